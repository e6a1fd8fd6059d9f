using System.Text.RegularExpressions;
using Gms.Platform;

namespace Gms.DepartureOrientation;

/// <summary>Language tags (BCP 47), in the letters in which they are compared: the language small, the rest as sent.</summary>
static partial class Languages
{
    public static string Read(string text, string field)
    {
        var tag = Platform.Read.Text(text, field, 35);
        return Shape().IsMatch(tag) ? tag : throw Refuse.Invalid(Problems.LanguageMalformed(field));
    }

    public static string[] ReadAll(IReadOnlyCollection<string> texts, string field)
    {
        Platform.Read.Entries(texts.Count, field, 1, 20);
        return [.. texts.Select((text, i) => Read(text, $"{field}[{i}]")).Distinct()];
    }

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    private static partial Regex Shape();
}
