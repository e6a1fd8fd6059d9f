using Gms.Platform;
using Gms.Registry.Documents;
using Gms.Registry.Documents.Formats;
using Gms.Registry.Workers;
using Xunit;

namespace Gms.Registry.Tests.Documents.Formats;

public sealed class NumberRulesTests
{
    static readonly DocumentKinds Kinds = new();
    static readonly NumberRules Rules = new(Kinds, new Provinces());

    [Theory]
    [InlineData("TH_PIN13", "TH", "3-1006-00445-63-5")]
    [InlineData("TH_PINK", "TH", "0012345678909")]
    [InlineData("PINK_CARD", "TH", "6123456789015")]
    [InlineData("KH_NID9", "KH", "012345678(01)")]
    [InlineData("LA_ID", "LA", "01-001234")]
    [InlineData("LA_PASSPORT", "LA", "PA1234567")]
    [InlineData("PASSPORT", "LA", "PA1234567")]
    [InlineData("MM_NRC", "MM", "၁၂/ဥကမ(နိုင်)၁၂၃၄၅၆")]
    [InlineData("MM_PASSPORT", "MM", "MA123456")]
    [InlineData("TH_WORKPERMIT", "TH", "WP-2026/0001")]
    [InlineData("CN_WORKER_REG", "CN", "anything at all")]
    [InlineData("SEAMAN_BOOK", "TH", "S 1")]
    public void A_number_like_others_of_its_kind_gives_no_warning(string kind, string issuer, string number) => Assert.Empty(Codes(kind, issuer, number));

    [Theory]
    [InlineData("TH_PIN13", "TH", "1234545678789", "NUMBER_CHECK_DIGIT")]
    [InlineData("PINK_CARD", "TH", "0012345678900", "NUMBER_CHECK_DIGIT")]
    [InlineData("CN_RIC18", "CN", "360426199101010072", "NUMBER_CHECK_DIGIT")]
    [InlineData("CN_RIC18", "CN", "360426910101007", "NUMBER_UNUSUAL")]           // the old fifteen digits
    [InlineData("MM_NRC", "MM", "15/OUKAMA(N)123456", "NUMBER_UNUSUAL")]
    [InlineData("PASSPORT", "VN", "12345", "NUMBER_UNUSUAL")]
    [InlineData("MM_NRC", "MM", "၁၂/ေအာင္(နိုင်)၁၂၃၄၅၆", "NUMBER_ZAWGYI", "NUMBER_UNUSUAL")]
    [InlineData("VN_CMND9", "VN", "012345678", "DOCUMENT_KIND_ENDED")]
    [InlineData("LA_PASSPORT", "TH", "PA1234567", "DOCUMENT_KIND_OF_ANOTHER_ISSUER")]
    public void What_is_unusual_is_told_by_code(string kind, string issuer, string number, params string[] codes) => Assert.Equal(codes, Codes(kind, issuer, number));

    [Fact]
    public void A_Vietnamese_number_agrees_with_sex_and_birth_year() => Assert.Empty(Codes("VN_PIN12", "VN", "001099000001", new(1999, 7, 0), Sex.Male));

    [Fact]
    public void A_Vietnamese_number_of_somebody_born_after_1999_counts_by_its_century() => Assert.Empty(Codes("VN_PIN12", "VN", "001305000001", new(2005, 1, 31), Sex.Female));

    [Fact]
    public void A_Vietnamese_number_of_another_year_sex_and_no_province_warns_of_each() => Assert.Equal(
        ["NUMBER_BIRTH_DATE_DIFFERS", "NUMBER_SEX_DIFFERS", "NUMBER_PROVINCE_UNKNOWN"], Codes("VN_PIN12", "VN", "003098000001", new(1999, 7, 0), Sex.Female));

    [Fact]
    public void A_Vietnamese_number_keeps_the_code_of_a_province_that_was_merged() => Assert.Empty(Codes("VN_PIN12", "VN", "002199000001", new(1999, 7, 0), Sex.Female));    // Ha Giang

    [Theory]
    [InlineData(1991, 1, 1, true)]
    [InlineData(1991, 1, 0, true)]
    [InlineData(1991, 0, 0, true)]
    [InlineData(1991, 1, 2, false)]
    [InlineData(1991, 2, 0, false)]
    [InlineData(1990, 0, 0, false)]
    public void A_Chinese_number_is_compared_with_as_much_of_the_birth_date_as_is_known(int year, int month, int day, bool agrees) =>
        Assert.Equal(agrees ? [] : ["NUMBER_BIRTH_DATE_DIFFERS"], Codes("CN_RIC18", "CN", "360426199101010071", new(year, month, day), Sex.Male));

    [Fact]
    public void A_sex_that_a_document_leaves_open_contradicts_no_number() => Assert.Empty(Codes("CN_RIC18", "CN", "360426199101010071", new(1991, 1, 1), Sex.Other));

    [Fact]
    public void A_warning_names_the_field_and_what_to_do_and_never_the_number()
    {
        var warning = Assert.Single(Rules.Unusual(Sent("TH_PIN13", "TH", "1234545678789"), new(1999, 0, 0), Sex.Female, A.Today));

        Assert.Equal("document.number", warning.Field);
        Assert.NotEmpty(warning.Remedy);
        Assert.DoesNotContain("1234545678789", warning.Message + warning.Remedy, StringComparison.Ordinal);
    }

    static IEnumerable<string> Codes(string kind, string issuer, string number, PartialDate? birth = null, Sex sex = Sex.Male) =>
        Rules.Unusual(Sent(kind, issuer, number), birth ?? new(1991, 1, 1), sex, A.Today).Select(w => w.Code);

    static SentDocument Sent(string kind, string issuer, string number) => new()
    {
        Field = "document",
        Kind = kind,
        Family = Kinds.Family(kind),
        Issuer = issuer,
        Number = number,
        Format = Kinds.Format(kind, issuer),
        Compared = NumberText.Compared(Kinds.Format(kind, issuer), number),
        UniqueNumber = Kinds.HasUniqueNumbers(kind),
    };
}
