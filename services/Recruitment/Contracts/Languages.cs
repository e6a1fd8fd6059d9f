using Gms.Platform;
using Google.Protobuf.Collections;

namespace Gms.Recruitment.Contracts;

/// <summary>Languages as BCP 47 tags: two or three small letters, then parts of letters and digits.</summary>
static class Languages
{
    /// <summary>At least one, each once, in the order sent.</summary>
    public static string[] Read(RepeatedField<string> tags, string field) => tags.Count == 0
        ? throw Refuse.Invalid(PlatformProblems.FieldRequired(field))
        : [.. tags.Select((tag, i) => ReadOne(tag, $"{field}[{i}]")).Distinct()];

    static string ReadOne(string tag, string field)
    {
        var parts = Platform.Read.Text(tag, field, 20).Split('-');
        var right = parts[0].Length is 2 or 3 && parts[0].All(char.IsAsciiLetterLower) && parts.Skip(1).All(p => p.Length is >= 2 and <= 8 && p.All(char.IsAsciiLetterOrDigit));
        return right ? string.Join('-', parts) : throw Refuse.Invalid(Problems.LanguageMalformed(field));
    }

    /// <summary>Whether two lists share a language, whatever its script or region: zh-Hans and zh-CN do.</summary>
    public static bool Share(IEnumerable<string> some, IEnumerable<string> others) => some.Select(Primary).Intersect(others.Select(Primary)).Any();

    static string Primary(string tag) => tag.Split('-')[0];
}
