using Gms.Registry.Corridors;

namespace Gms.Registry.Duplicates;

/// <summary>Data/matching.json: thresholds, weights, name rules, and how common the common names are.</summary>
sealed record MatchingData
{
    public required Thresholds Thresholds { get; init; }

    /// <summary>So many are scored for one person at most: those that share the most keys.</summary>
    public required int MostCandidates { get; init; }

    public required Weights Weights { get; init; }

    /// <summary>A part of a name that more people have makes no key by itself.</summary>
    public required double CommonShare { get; init; }

    /// <summary>As CommonShare for the second rarest part of a name, so that a slip in the rarest does not hide the person.</summary>
    public required double MostCommonShare { get; init; }

    /// <summary>The share of people to expect under a code of 1, 2, 3 … classes beside the listed names.</summary>
    public required IReadOnlyList<double> CodeShares { get; init; }

    public required BlockShares BlockShares { get; init; }

    /// <summary>Kinds of document of which a person has one number for life.</summary>
    public required IReadOnlyList<string> OnePerPerson { get; init; }

    /// <summary>Kinds whose numbers are not reliably one person's.</summary>
    public required IReadOnlyList<string> WeakKinds { get; init; }

    public required IReadOnlyList<CountryNames> Countries { get; init; }

    /// <summary>Latin spellings and the class of consonant that they stand for, longest first.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> LatinClasses { get; init; }

    public required IReadOnlyList<ScriptClasses> Scripts { get; init; }

    /// <summary>Chinese characters of names and their pinyin.</summary>
    public required IReadOnlyDictionary<string, string> Characters { get; init; }

    public required Pinyin Pinyin { get; init; }

    public static MatchingData Load() => DataFile.Read<MatchingData>("matching");
}

/// <summary>From Upper on a record must be chosen or the difference explained; from Lower on an officer looks.</summary>
sealed record Thresholds(double Upper, double Lower);

/// <summary>Of the people of one birth year: the largest share that a key may be expected to gather.</summary>
sealed record BlockShares(double Kept, double AskedByWholeDates);

sealed record Pinyin(IReadOnlyList<string> Initials, IReadOnlyList<string> Finals);

/// <summary>Into what a name written without spaces falls apart.</summary>
enum SyllableRule
{
    None,
    Pinyin,
    Burmese,
}

/// <summary>The name rules of one country, and the share of its people whose name has a part.</summary>
sealed record CountryNames
{
    public required string Country { get; init; }

    /// <summary>The spelling is the law's own, so nothing but equal spelling sounds alike.</summary>
    public required bool ExactSpelling { get; init; }

    public required SyllableRule Syllables { get; init; }

    /// <summary>Titles, wherever they stand in a name.</summary>
    public required IReadOnlyList<string> Honorifics { get; init; }

    /// <summary>What is a title before one name and part of another.</summary>
    public required IReadOnlyList<string> TitlesOrNames { get; init; }

    /// <summary>Spellings of the same sound: from, to.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Spelling { get; init; }

    public required double UnlistedShare { get; init; }

    public required IReadOnlyDictionary<string, double> Shares { get; init; }
}

/// <summary>The letters of a script by class of consonant.</summary>
sealed record ScriptClasses
{
    /// <summary>ISO 15924.</summary>
    public required string Script { get; init; }

    public required IReadOnlyDictionary<string, string> Classes { get; init; }

    /// <summary>Silent where a sonorant follows: Lao ຫ in ຫມ.</summary>
    public required string SilentBeforeSonorant { get; init; }

    /// <summary>The sign that silences the letter before it.</summary>
    public required string Killer { get; init; }

    /// <summary>Letters that end a name as n.</summary>
    public required string FinalN { get; init; }
}

/// <summary>
/// Logarithms to base 2 of how much likelier an agreement is between two records of one person than between two people.
/// </summary>
sealed record Weights
{
    public required double SameDocument { get; init; }
    public required double SameWeakDocument { get; init; }
    public required double OtherNumberOfOnePerPerson { get; init; }
    public required double SameContact { get; init; }

    /// <summary>The parts of a name hang together (Nguyễn with Thị): their bits together count for so much.</summary>
    public required double NamePartScale { get; init; }
    public required double NamePartMost { get; init; }
    public required double NameSpeltAlike { get; init; }
    public required double NameSoundsAlike { get; init; }
    public required double NameSoundsNear { get; init; }
    public required double NameOneLetterOff { get; init; }
    public required double NamePartExtra { get; init; }
    public required double NamePartOther { get; init; }
    public required double NameEqual { get; init; }
    public required double NameClose { get; init; }
    public required double NamePartly { get; init; }
    public required double NameDifferent { get; init; }
    public required double NameDifferentScripts { get; init; }
    public required double BirthDateEqual { get; init; }
    public required double FirstOfJanuaryEqual { get; init; }
    public required double BirthMonthEqual { get; init; }
    public required double BirthYearEqual { get; init; }
    public required double BirthDayMonthSwapped { get; init; }
    public required double BirthYearNext { get; init; }
    public required double BirthDayDiffers { get; init; }
    public required double BirthYearNear { get; init; }
    public required double BirthDateDifferent { get; init; }
    public required double SexEqual { get; init; }
    public required double SexDifferent { get; init; }
    public required double NationalityEqual { get; init; }
    public required double NationalityDifferent { get; init; }
    public required double ProvinceEqual { get; init; }
    public required double ProvinceDifferent { get; init; }
    public required double ParentEqual { get; init; }
    public required double ParentDifferent { get; init; }
}
