using FsCheck;
using FsCheck.Fluent;
using Gms.Registry.Documents;
using Gms.Registry.Documents.Formats;
using Xunit;

namespace Gms.Registry.Tests.Documents.Formats;

public sealed class CheckDigitTests
{
    static readonly DocumentKinds Kinds = new();

    public static TheoryData<string, string, bool> Vectors => new(Kinds.Formats
        .SelectMany(f => (f.TestVectors ?? []).Where(v => v.Value is not null).Select(v => (f.Id, v.Value!, v.Valid))));

    [Theory, MemberData(nameof(Vectors))]
    public void The_test_vectors_of_the_reference_data_hold(string kind, string number, bool valid)
    {
        var format = Kinds.Formats.Single(f => f.Id == kind);
        var canonical = NumberText.Canonical(format, number);

        Assert.Equal(valid, System.Text.RegularExpressions.Regex.IsMatch(canonical, format.Regex!) && CheckDigits.Holds(format.CheckDigit, canonical));
    }

    [Fact]
    public void There_are_vectors_of_five_kinds() => Assert.Equal(["CN_RIC18", "MM_NRC", "TH_PIN13", "TH_PINK", "VN_PIN12"], Vectors.Select(v => v.Data.Item1).Distinct().Order());

    [Fact]
    public void A_made_Thai_number_passes_whatever_its_first_digit_0_included() => Prop.ForAll(Digits(12),
        d => CheckDigits.Holds(CheckDigit.ThaiMod11, d + CheckDigits.Thai(d))).QuickCheckThrowOnFailure();

    /// <summary>
    /// The third digit weighs eleven, which is nothing modulo 11. And modulo 11 has eleven remainders, a digit ten values: 0 and 10 are both
    /// written 1, so between those two a change hides.
    /// </summary>
    [Fact]
    public void Any_changed_digit_of_a_Thai_number_is_noticed_save_the_third_and_between_the_two_remainders_written_alike() => Prop.ForAll(Changed(12), c =>
    {
        var hides = c.Right[2] != c.Wrong[2] || (Remainder(c.Right) is 0 or 10 && Remainder(c.Wrong) is 0 or 10);
        return hides || !CheckDigits.Holds(CheckDigit.ThaiMod11, c.Wrong + CheckDigits.Thai(c.Right));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_changed_check_digit_of_a_Thai_number_is_always_noticed() => Prop.ForAll(Digits(12), Gen.Choose(1, 9).ToArbitrary(),
        (d, by) => !CheckDigits.Holds(CheckDigit.ThaiMod11, d + (char)('0' + ((CheckDigits.Thai(d) - '0' + by) % 10)))).QuickCheckThrowOnFailure();

    [Fact]
    public void A_made_Chinese_number_passes() => Prop.ForAll(Digits(17),
        d => CheckDigits.Holds(CheckDigit.Mod11To2, d + CheckDigits.Chinese(d))).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_changed_digit_of_a_Chinese_number_is_noticed() => Prop.ForAll(Changed(17),
        c => !CheckDigits.Holds(CheckDigit.Mod11To2, c.Wrong + CheckDigits.Chinese(c.Right))).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_two_neighbours_exchanged_in_a_Chinese_number_are_noticed() => Prop.ForAll(Digits(17), Gen.Choose(0, 15).ToArbitrary(), (d, at) =>
    {
        var swapped = d[..at] + d[at + 1] + d[at] + d[(at + 2)..];
        return swapped == d || !CheckDigits.Holds(CheckDigit.Mod11To2, swapped + CheckDigits.Chinese(d));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_changed_digit_of_a_machine_readable_field_is_noticed() => Prop.ForAll(Changed(9),
        c => CheckDigits.Icao(c.Right) != CheckDigits.Icao(c.Wrong)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("123")]
    [InlineData("ABCDEFGHIJKLM")]
    [InlineData("123456789012345678901234567890")]
    public void What_the_algorithm_cannot_read_does_not_hold_and_does_not_crash(string text)
    {
        Assert.False(CheckDigits.Holds(CheckDigit.ThaiMod11, text));
        Assert.False(CheckDigits.Holds(CheckDigit.Mod11To2, text));
    }

    static int Remainder(string twelve) => twelve.Select((c, i) => (c - '0') * (13 - i)).Sum() % 11;

    static Arbitrary<string> Digits(int length) => Gen.ArrayOf(Gen.Choose(0, 9), length).Select(d => string.Concat(d)).ToArbitrary();

    static Arbitrary<(string Right, string Wrong)> Changed(int length) =>
        (from digits in Gen.ArrayOf(Gen.Choose(0, 9), length)
         from at in Gen.Choose(0, length - 1)
         from more in Gen.Choose(1, 9)
         select (string.Concat(digits), string.Concat(digits.Select((d, i) => i == at ? (d + more) % 10 : d)))).ToArbitrary();
}
