using FsCheck;
using FsCheck.Fluent;
using Gms.Registry.Documents.Formats;
using Xunit;

namespace Gms.Registry.Tests.Documents.Formats;

public sealed class MrzMutationTests
{
    static readonly string[] Foreign = ["\u202E", "\u200F", "\u200B", "\uFEFF", "\0", "\uFFFD", "ສ", "က", "=", "\r\n", "\n", " ", "«", "O", "0", "<", "x", "\uD83D\uDE00", "\uD800", "ß", "ﬁ", "İ"];

    /// <summary>Whatever is done to the lines, the answer is a zone or a reason with its field: no crash, and no field that cannot be stored.</summary>
    [Fact]
    public void Ten_thousand_mutated_zones_each_give_a_result_or_a_typed_refusal() => Prop.ForAll(Mutated(), text =>
    {
        var (zone, refusal) = MrzReader.Parse(text, A.Today);
        return (zone is null) != (refusal is null)
            && (refusal is null or { Field: "text", Code: "MRZ_TOO_LONG" or "MRZ_FOREIGN_CHARACTERS" or "MRZ_UNKNOWN_FORM" })
            && (zone is null || zone is { Number.Length: <= 40 } && zone.Checks.Count >= 4 && zone.Warnings.All(w => w.Field.Length > 0 && w.Remedy.Length > 0)
                && (zone.Birth is not { } birth || birth.Latest >= birth.Earliest) && (zone.FullName.All(c => c is ' ' or >= 'A' and <= 'Z') || zone.Warnings.Any(w => w.Code == "MRZ_NAME_HOLDS_DIGITS")));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(10_000));

    /// <summary>A zone with one changed digit among what the check digits protect is never told as right. (A 0 that fits only when read as the letter O is proposed so, and told.)</summary>
    [Fact]
    public void A_changed_digit_in_a_protected_field_is_always_told() => Prop.ForAll(
        (from at in Gen.Elements(Enumerable.Range(0, 10).Concat(Enumerable.Range(13, 7)).Concat(Enumerable.Range(21, 7)).ToArray())
         from more in Gen.Choose(1, 9)
         select (At: at, By: more)).ToArbitrary(), change =>
    {
        var printed = Zone.Passport(number: "123456789").Split('\n');
        var two = printed[1].ToCharArray();
        two[change.At] = (char)('0' + ((two[change.At] - '0' + change.By) % 10));
        var zone = MrzReader.Parse(printed[0] + "\n" + new string(two), A.Today).Zone!;
        return zone.Warnings.Any(w => w.Code is "MRZ_CHECK_DIGIT" or "MRZ_NUMBER_CORRECTED");
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    static Arbitrary<string> Mutated() =>
        (from start in Gen.Elements(Zone.Passport(), Zone.Card(), Zone.Passport(birth: "99<<<<", nationality: "XXA"), Zone.Card(first: "I<UTO123456789<3454<".PadRight(30, '<')), "")
         from steps in Gen.ListOf(Step(), 6)
         from count in Gen.Choose(1, 6)
         select steps.Take(count).Aggregate(start, (text, step) => step(text))).ToArbitrary();

    static Gen<Func<string, string>> Step() =>
        from at in Gen.Choose(0, 100)
        from length in Gen.Choose(1, 20)
        from sign in Gen.Elements(Foreign)
        from what in Gen.Choose(0, 6)
        select new Func<string, string>(text =>
        {
            var place = text.Length == 0 ? 0 : at % text.Length;
            var end = Math.Min(text.Length, place + length);
            return what switch
            {
                0 => text[..place],                                   // cut off
                1 => text[..place] + text[end..],                     // a part lost
                2 => text[..place] + sign + text[place..],            // something slipped in
                3 => text[..place] + sign + text[end..],              // something in place of a part
                4 => text.Replace("\n", "", StringComparison.Ordinal),
                5 => text[..place] + text[place..end] + text[place..],    // a part twice
                _ => text.ToLowerInvariant(),
            };
        });
}
