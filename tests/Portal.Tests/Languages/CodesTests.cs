using Gms.Portal.Languages;
using Gms.Portal.SocialSecurityOffice;
using Gms.Recruitment.V1;
using Gms.SocialSecurity.V1;
using Gms.Type.V1;
using Xunit;

namespace Gms.Portal.Tests.Languages;

public sealed class CodesTests
{
    static readonly Texts English = Texts.In(Language.English);

    static readonly (string Kind, System.Type Values)[] Told =
    [
        ("coverage", typeof(CoverageState)), ("standing", typeof(Standing)), ("branch", typeof(Branch)), ("month", typeof(MonthState)), ("membership_end", typeof(MembershipEnd)),
        ("inspection", typeof(InspectionState)), ("licence", typeof(LicenceState)), ("direction", typeof(LicenceDirection)), ("job_order_status", typeof(JobOrderStatus)), ("wage_period", typeof(WagePeriod)),
        ("contract_status", typeof(ContractStatus)), ("party", typeof(ContractParty)), ("payer", typeof(Payer)), ("payee", typeof(Payee)),
        ("complaint_category", typeof(ComplaintCategory)), ("complaint_state", typeof(ComplaintState)), ("complaint_urgency", typeof(ComplaintUrgency)), ("complaint_finding", typeof(ComplaintFinding)),
        ("complaint_remedy", typeof(ComplaintRemedy)), ("complaint_side", typeof(ComplaintSide)), ("complaint_entry_kind", typeof(ComplaintEntryKind)),
    ];

    public static TheoryData<string> Languages => [.. Language.All.Select(l => l.Code)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_value_that_a_page_shows_has_a_word(string code)
    {
        var texts = Texts.In(Language.Find(code)!);

        Assert.Empty(from told in Told
                     from value in Enum.GetNames(told.Values)
                     where value != "Unspecified" && !texts.Has($"code.{told.Kind}.{value}") && Labels.Of(texts.Language, told.Kind, value) is null
                     select $"{told.Kind}.{value}");
        Assert.DoesNotContain(CoverageSearch.Works, work => Labels.Of(texts.Language, "employment_type", work) is null);
    }

    [Fact]
    public void A_value_of_no_word_is_shown_as_it_is() => Assert.Equal("NEW_KIND", English.Code("employment_type", "NEW_KIND"));

    [Theory]
    [InlineData(1_300_050, "THB", "13,000.50 THB")]
    [InlineData(5_000_000, "VND", "5,000,000 VND")]
    public void Money_is_shown_in_whole_units(long minor, string currency, string shown) => Assert.Equal(shown, Amounts.Of(new Money { Minor = minor, Currency = currency }));

    [Theory]
    [InlineData(2026, 11, 23, "23 Nov 2026")]
    [InlineData(2026, 11, 0, "Nov 2026")]
    [InlineData(2026, 0, 0, "2026")]
    public void A_day_is_shown_as_precisely_as_it_is_known(int year, int month, int day, string shown) => Assert.Equal(shown, English.Day(new Date { Year = year, Month = month, Day = day }));
}
