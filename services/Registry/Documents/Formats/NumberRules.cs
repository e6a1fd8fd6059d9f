using System.Globalization;
using System.Text.RegularExpressions;
using Gms.Platform;
using Gms.Registry.Workers;

namespace Gms.Registry.Documents.Formats;

/// <summary>What is unusual about a document's number: pattern, check character, and what the number itself says of the person. Warnings only.</summary>
sealed class NumberRules(DocumentKinds kinds, Provinces provinces)
{
    readonly Dictionary<string, Regex> _patterns = kinds.Formats.Where(f => f.Regex is not null)
        .ToDictionary(f => f.Id, f => new Regex(f.Regex!, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking));

    /// <param name="sent">The document.</param>
    /// <param name="birth">The person's date of birth as it is on record.</param>
    /// <param name="sex">The person's sex as it is on record.</param>
    /// <param name="today">The day in the country that records it.</param>
    public IEnumerable<FormatWarning> Unusual(SentDocument sent, PartialDate birth, Sex sex, DateOnly today)
    {
        var at = sent.Field.Length == 0 ? "" : sent.Field + ".";
        if (Zawgyi.LooksLike(sent.Number))
            yield return new("NUMBER_ZAWGYI", "The number is Burmese text in the Zawgyi encoding.", $"{at}number", "Convert it to Unicode, or it will not be found.");
        if (sent.Format is not { } format)
            yield break;

        if (format.Country != sent.Issuer)
            yield return new("DOCUMENT_KIND_OF_ANOTHER_ISSUER", $"{format.Id} is a document of {format.Country}.", $"{at}issuer", "Compare the issuing country with the document.", format.Source);
        if (format.ValidTo < today)
            yield return new("DOCUMENT_KIND_ENDED", $"{format.Id} is not accepted since {format.ValidTo:yyyy-MM-dd}.", $"{at}kind", "Ask for the newer document; this one stays as an earlier number.", format.Source);

        var number = NumberText.Canonical(format, sent.Number);
        if (!Fits(format, number))
            yield return new("NUMBER_UNUSUAL", "The number does not look like others of its kind.", $"{at}number", "Compare it with the document.", format.Source);
        else if (!CheckDigits.Holds(format.CheckDigit, number))
            yield return new("NUMBER_CHECK_DIGIT", "The number's last character does not follow from the others: probably one was misread.", $"{at}number", "Compare each character with the document.", format.Source);
        else if (SaysOfPerson(format.Id, number) is { } says)
        {
            if (says.Year != birth.Year || (birth.Month > 0 && says.Month > 0 && says.Month != birth.Month) || (birth.Day > 0 && says.Day > 0 && says.Day != birth.Day))
                yield return new("NUMBER_BIRTH_DATE_DIFFERS", "The number holds another date of birth than the one given.", $"{at}number", "Compare both with the document; the person may have two dates of birth on paper.", format.Source);
            if (sex is not Sex.Other && says.Sex != sex)
                yield return new("NUMBER_SEX_DIFFERS", "The number holds another sex than the one given.", $"{at}number", "Compare both with the document.", format.Source);
            if (says.Province is { } province && !provinces.HasOldVietnameseCode(province))
                yield return new("NUMBER_PROVINCE_UNKNOWN", "The number begins with no province of Viet Nam known here.", $"{at}number", "Compare the first three digits; a person born abroad has another country's code.", format.Source);
        }
    }

    bool Fits(IdFormat format, string number) =>
        (!_patterns.TryGetValue(format.Id, out var pattern) || pattern.IsMatch(number)) && (format.Length is null || number.Length == format.Length);

    static InNumber? SaysOfPerson(string format, string number) => format switch
    {
        "CN_RIC18" => new(At(number, 6, 4), At(number, 10, 2), At(number, 12, 2), At(number, 16, 1) % 2 == 1 ? Sex.Male : Sex.Female, null),
        // Digit four: 0 and 1 men and women born from 1900, 2 and 3 from 2000, and so on. A leading 0 means a province, else a country of birth.
        "VN_PIN12" => new(1900 + (At(number, 3, 1) / 2 * 100) + At(number, 4, 2), 0, 0, At(number, 3, 1) % 2 == 0 ? Sex.Male : Sex.Female, number[0] == '0' ? number[1..3] : null),
        _ => null,
    };

    static int At(string number, int from, int length) => int.Parse(number.AsSpan(from, length), CultureInfo.InvariantCulture);

    sealed record InNumber(int Year, int Month, int Day, Sex Sex, string? Province);
}
