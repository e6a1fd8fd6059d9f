using Gms.Platform;
using Gms.Type.V1;

namespace Gms.SocialSecurity.Schemes;

/// <summary>A social-security scheme as the reference data knows it on the day of its reading. Never changes while the service runs.</summary>
public sealed record Scheme
{
    public required string Id { get; init; }
    public required string Country { get; init; }
    public required string Currency { get; init; }
    public required string Name { get; init; }
    public required string Law { get; init; }
    public required string Administrator { get; init; }
    public required IReadOnlyList<string> Covered { get; init; }

    /// <summary>False where the data says that nobody must join.</summary>
    public required bool MayBeCompulsory { get; init; }

    /// <summary>False when the law knows it but it does not run.</summary>
    public required bool InOperation { get; init; }

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<Rate> Rates { get; init; }

    public required IReadOnlyList<BranchRule> Branches { get; init; }
    public required IReadOnlyList<string> OnExit { get; init; }
    public required string Note { get; init; }
    public required long Members { get; init; }
    public required Evidence Evidence { get; init; }
    public required Rounding Rounding { get; init; }
    public required AgeSpan? EntryAge { get; init; }
    public required Enrolment Enrolment { get; init; }
    public Spells Spells { get; init; } = Spells.NotSaid;

    /// <summary>The rate of a month: the row that holds on its first day, else one that begins within it. Null when there is none.</summary>
    public Rate? RateIn(DateOnly month)
    {
        var first = new DateOnly(month.Year, month.Month, 1);
        return Rates.LastOrDefault(r => r.HoldsOn(first)) ?? Rates.LastOrDefault(r => r.HoldsOn(first.AddMonths(1).AddDays(-1)));
    }

    /// <summary>The ceiling of the last earlier rate that has one; null when none had.</summary>
    public long? LastCeilingBefore(Rate rate) => Rates.TakeWhile(r => r != rate).LastOrDefault(r => r.BaseMost is not null)?.BaseMost;

    /// <summary>What it says of a branch; null when it does not serve it.</summary>
    public BranchRule? Of(Branch branch)
    {
        foreach (var rule in Branches)
            if (rule.Branch == branch)
                return rule;
        return null;
    }

    /// <summary>The months of the longest card that can be bought on a day, by a rate sure enough to refuse more; null where no card is sold, or what is chosen is paid month by month.</summary>
    public int? LongestCard(DateOnly day) =>
        RateIn(day) is { Evidence.MayBlock: true, Options: { Count: > 0 } cards } && cards.All(c => c.Months > 1) ? cards.Max(c => c.Months) : null;

    /// <summary>Whether there was such a scheme on a day, under its present law or an earlier one.</summary>
    public bool ExistsOn(DateOnly day) => Enrolment.ExistedBefore || Evidence.From is not { } from || from <= day;
}

/// <summary>Where a fact comes from and how sure it is. Its shown forms are made once: every answer quotes many of them.</summary>
/// <param name="rule">The fact's own identifier.</param>
/// <param name="law">The law it rests on; empty when the document names it.</param>
/// <param name="document">Where it was read.</param>
public sealed class Evidence(string rule, string law, string document, Confidence confidence, DateOnly? from)
{
    Evidence? _unsure;
    Source? _shown;
    Source? _brief;

    public string Rule => rule;

    public string Text => law.Length > 0 ? $"{law}; {document}" : document;

    public Confidence Confidence => confidence;

    public DateOnly? From => from;

    /// <summary>A rule of low confidence warns and never blocks.</summary>
    public bool MayBlock => confidence is Confidence.High or Confidence.Medium;

    /// <summary>The same, of low confidence: for a rule that was applied on a presumption.</summary>
    public Evidence Unsure => _unsure ??= new(rule, law, document, Confidence.Low, from);

    /// <summary>Shared among answers: not to be changed.</summary>
    public Source ToProto() => _shown ??= Show(Text);

    /// <summary>Without the law, for answers that quote many facts of one scheme. Shared among answers: not to be changed.</summary>
    public Source ToBriefProto() => _brief ??= Show(document);

    Source Show(string text) => new() { Rule = rule, Text = text, Confidence = confidence, EffectiveFrom = from?.ToString("yyyy-MM-dd", null) ?? "" };
}

/// <summary>What is paid from one day to another. Amounts in minor units, shares in millionths of the base.</summary>
public sealed record Rate
{
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    public long EmployeePpm { get; init; }
    public long EmployerPpm { get; init; }

    /// <summary>Set where the employer's share lies in a range (risk class, city): then it is not known here.</summary>
    public long? EmployerMostPpm { get; init; }
    public long GovernmentPpm { get; init; }
    public long? BaseLeast { get; init; }
    public long? BaseMost { get; init; }
    public long? BaseFixed { get; init; }
    public long? Flat { get; init; }
    public IReadOnlyList<RateOption> Options { get; init; } = [];

    /// <summary>The base in words, where it is not in figures; empty otherwise.</summary>
    public string BaseRule { get; init; } = "";

    /// <summary>Counted by the year, not by the month.</summary>
    public bool Yearly { get; init; }
    public string Note { get; init; } = "";
    public required Evidence Evidence { get; init; }

    public bool HasShares => EmployeePpm > 0 || EmployerPpm > 0 || EmployerMostPpm > 0;

    public bool HoldsOn(DateOnly day) => (From is not { } from || from <= day) && (To is not { } to || day <= to);
}

public sealed record RateOption(long Amount, int Months);

/// <summary>How a share is rounded: half a unit and more up, less down.</summary>
public sealed record Rounding(long Unit, string Rule)
{
    /// <summary>The registry's own rule, where the law's is not in the data.</summary>
    public static readonly Rounding ToMinorUnit = new(1, "To the minor unit of the currency, half and more up; the law's own rule is not in the data.");

    /// <summary>A share of a base, each share rounded for itself.</summary>
    public long Share(long of, long ppm)
    {
        var unit = (Int128)Unit * 1_000_000;
        return (long)((((Int128)of * ppm) + (unit / 2)) / unit) * Unit;
    }
}

/// <summary>Ages from and to which somebody may become a member.</summary>
public sealed record AgeSpan(int From, int To, Evidence Evidence);

/// <summary>One branch that a scheme serves and what must be there first.</summary>
public sealed record BranchRule
{
    public required Branch Branch { get; init; }

    /// <summary>Null when the data does not say whether any months are needed.</summary>
    public Qualifying? Qualifying { get; init; }
    public required string Benefit { get; init; }
    public bool LumpSumIfShort { get; init; }
    public string PracticalBarrier { get; init; } = "";
    public required Evidence Evidence { get; init; }
}

/// <summary>The months and the age that a branch asks for.</summary>
public sealed record Qualifying
{
    public int Months { get; init; }
    public int? WithinMonths { get; init; }
    public bool Consecutive { get; init; }
    public int? Age { get; init; }
    public int? AgeOfWomen { get; init; }

    /// <summary>An age that the data tells only in words; empty otherwise.</summary>
    public string AgeInWords { get; init; } = "";

    /// <summary>Months needed from a later day on, and that day.</summary>
    public int? RisingToMonths { get; init; }
    public DateOnly? RisesFrom { get; init; }

    /// <summary>A gradual rise counts as whole from its first day: too strict rather than a false pass.</summary>
    public int MonthsOn(DateOnly day) => RisesFrom is { } from && day >= from ? RisingToMonths ?? Months : Months;
}

/// <summary>Branches of ILO convention C102, and funeral grants. Same names and numbers as the proto.</summary>
public enum Branch
{
    MedicalCare = 1,
    Sickness = 2,
    Unemployment = 3,
    OldAge = 4,
    EmploymentInjury = 5,
    Family = 6,
    Maternity = 7,
    Invalidity = 8,
    Survivors = 9,
    Funeral = 10,
}

/// <summary>An agreement on social security, or the recorded fact that there is none.</summary>
public sealed record Agreement(string Id, IReadOnlyList<string> Parties, bool Totalisation, string Note, Evidence Evidence);
