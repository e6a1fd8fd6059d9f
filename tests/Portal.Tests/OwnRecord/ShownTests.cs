using Gms.Portal.Languages;
using Gms.Portal.OwnRecord;
using Gms.Type.V1;
using Xunit;

namespace Gms.Portal.Tests.OwnRecord;

public sealed class ShownTests
{
    [Theory]
    [InlineData(1234550, "THB", "12 345.50 THB")]
    [InlineData(5, "LAK", "0.05 LAK")]
    [InlineData(1500000, "VND", "1 500 000 VND")]
    public void Money_is_in_its_own_units(long minor, string currency, string shown) =>
        Assert.Equal(shown, Shown.Money(new Money { Minor = minor, Currency = currency }).Replace('\u00a0', ' '));

    [Theory]
    [InlineData("en", "Nov 2026")]
    [InlineData("th", "พ.ย. 2569")]
    [InlineData("zh-Hans", "2026年11月")]
    public void A_month_is_written_as_people_there_write_it(string code, string shown) =>
        Assert.Equal(shown, Shown.Month(Texts.In(Language.Find(code)!), new Date { Year = 2026, Month = 11 }));

    [Fact]
    public void A_certificate_fits_a_code() => Assert.StartsWith("iVBOR", Shown.Qr(new string('x', 2000)), StringComparison.Ordinal);
}
