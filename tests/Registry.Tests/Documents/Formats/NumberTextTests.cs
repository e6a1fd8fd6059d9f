using FsCheck;
using FsCheck.Fluent;
using Gms.Registry.Documents;
using Gms.Registry.Documents.Formats;
using Xunit;

namespace Gms.Registry.Tests.Documents.Formats;

public sealed class NumberTextTests
{
    static readonly DocumentKinds Kinds = new();

    [Theory]
    [InlineData("PASSPORT", "LA", "pa 123-4567", "PA1234567")]
    [InlineData("TH_PIN13", "TH", "3-1006-00445-63-5", "3100600445635")]
    [InlineData("TH_PIN13", "TH", "๓-๑๐๐๖-๐๐๔๔๕-๖๓-๕", "3100600445635")]
    [InlineData("PINK_CARD", "TH", "0 0123 45678 90 9", "0012345678909")]
    [InlineData("CN_RIC18", "CN", "36042619910101004x", "36042619910101004X")]
    [InlineData("CN_RIC18", "CN", "３６０４２６１９９１０１０１００７１", "360426199101010071")]
    [InlineData("KH_NID9", "KH", "012 345 678(01)", "012345678")]
    [InlineData("KH_NID9", "KH", "០១២៣៤៥៦៧៨", "012345678")]
    [InlineData("LA_ID", "LA", "໐໑-໐໐໑໒໓໔", "01001234")]
    [InlineData("MM_NRC", "MM", "12/OUKAMA(N)123456", "12/OUKAMA(N)123456")]
    [InlineData("MM_NRC", "MM", "12 / OuKaMa (Naing) 123456", "12/OUKAMA(N)123456")]
    [InlineData("MM_NRC", "MM", "၁၂/ဥကမ(နိုင်)၁၂၃၄၅၆", "12/OUKAMA(N)123456")]
    [InlineData("MM_NRC", "MM", "၁၂/ဉကမ(နိုင်)၁၂၃၄၅၆", "12/OUKAMA(N)123456")]    // nya typed for u
    [InlineData("MM_NRC", "MM", "၁၂/ဥကမ[နိုင်]၁၂၃၄၅ဝ", "12/OUKAMA(N)123450")]     // wa typed for zero
    [InlineData("MM_NRC", "MM", "၇/ပခန(ဧည့်)၀၀၁၂၃၄", "7/PAKHANA(E)001234")]
    public void One_number_has_one_form_however_it_is_written(string kind, string issuer, string written, string canonical) =>
        Assert.Equal(canonical, NumberText.Canonical(Kinds.Format(kind, issuer), written));

    [Fact]
    public void Both_scripts_of_a_Myanmar_card_are_compared_as_the_same() => Assert.Equal(
        NumberText.Compared(Kinds.Format("MM_NRC", "MM"), "12/OUKAMA(N)123456"), NumberText.Compared(Kinds.Format("MM_NRC", "MM"), "၁၂/ဥကမ(နိုင်)၁၂၃၄၅၆"));

    [Fact]
    public void Invisible_signs_and_direction_marks_change_nothing() =>
        Assert.Equal("PA1234567", NumberText.Canonical(null, "\u200EPA\u200B123\u2060-4567\uFEFF\u202C"));

    [Fact]
    public void A_serial_without_a_number_before_it_is_kept() => Assert.Equal("01", NumberText.Canonical(Kinds.Format("KH_NID9", "KH"), "(01)"));

    [Fact]
    public void Normalising_twice_is_normalising_once() => Prop.ForAll(Written(), w =>
    {
        var format = Kinds.Format(w.Kind, w.Issuer);
        var once = NumberText.Canonical(format, w.Number);
        return NumberText.Canonical(format, once) == once && NumberText.Compared(format, once) == NumberText.Compared(format, w.Number);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    static Arbitrary<(string Kind, string Issuer, string Number)> Written()
    {
        const string signs = "09AZazx-/() .\u1000\u101D\u1025\u1009\u1040\u1049\u102D\u102F\u103A\u0E50\u0ED9\u17E3\uFF11\uFF21\u200B\u200F\u0301\u00E9\u0130\u0131\u00DF\uFB01\u2160";
        return (from kind in Gen.Elements(Kinds.Codes.ToArray())
                from issuer in Gen.Elements("KH", "CN", "LA", "MM", "TH", "VN")
                from number in Gen.OneOf(
                    Gen.ListOf(Gen.Elements(signs.ToCharArray())).Select(c => string.Concat(c)),
                    from state in Gen.Choose(1, 15)
                    from township in Gen.Elements("OUKAMA", "ဥကမ", "okm", "ပခန")
                    from type in Gen.Elements("N", "naing", "နိုင်", "ဧည့်", "Q")
                    from serial in Gen.Choose(0, 999999)
                    select $"{state}/{township}({type}){serial:000000}")
                select (kind, issuer, number)).ToArbitrary();
    }
}
