using System.Text.RegularExpressions;

namespace Gms.Registry.Documents.Formats;

/// <summary>
/// Tells Burmese text in the old Zawgyi encoding from Unicode by what Unicode never has: the vowel e before its consonant, a virama that
/// stacks nothing, a medial without a consonant. Such text looks right on the machine where it was typed and matches nothing.
/// </summary>
static partial class Zawgyi
{
    public static bool LooksLike(string text) => Marks().IsMatch(text);

    [GeneratedRegex(
        @"(^|[^\u1000-\u102A\u103B-\u103E\u103F\u1039\u103A\u105A-\u1061\u1065\u1066\u106E-\u1070\u1075-\u1082\u108E\uA9E0-\uA9FF\uAA60-\uAA7F])\u1031" +
        @"|\u1039([^\u1000-\u1021\u103F\u105A-\u105D\u1061\u1065\u1066\u106E-\u1070\u1075-\u1081]|$)" +
        @"|(^|[\s])[\u103B-\u103E]")]
    private static partial Regex Marks();
}
