using Gms.Platform;
using Gms.Recruitment.Costs;
using Gms.Recruitment.JobOrders;
using Gms.Recruitment.Reference;
using Xunit;

namespace Gms.Recruitment.Tests.Reference;

public sealed class ReferenceTests
{
    [Fact]
    public void Thirty_eight_indicators_of_which_nine_decide()
    {
        Assert.Equal(38, A.Reference.Indicators.All.Count);
        Assert.Equal(["FR01", "FR09", "FR11", "FR13", "FR16", "FR17", "FR18", "FR19", "FR21"], A.Reference.Indicators.All.Where(i => i.Decisive).Select(i => i.Id));
    }

    [Fact]
    public void Twenty_nine_cost_items() => Assert.Equal(29, A.Reference.CostItems.Codes.Count);

    [Fact]
    public void The_MoU_channel_needs_an_agency_and_an_order_the_border_channel_neither()
    {
        Assert.True(A.Reference.Corridors.Find("LA", "TH", "MOU_S59") is { NeedsAgency: true, NeedsJobOrder: true, MinimumAge: 18 });
        Assert.True(A.Reference.Corridors.Find("KH", "TH", "BORDER_S64") is { NeedsAgency: false, NeedsJobOrder: false, MinimumAge: null });
        Assert.Null(A.Reference.Corridors.Find("LA", "VN", "MOU_S59"));
    }

    [Theory]
    [InlineData("2027-12-09", 12)]
    [InlineData("2027-12-08", 11)]
    [InlineData("2028-12-09", 24)]
    [InlineData("2026-12-10", 0)]
    public void Only_completed_months_count(string ends, int months) => Assert.Equal(months, FeeCap.WholeMonths(new(2026, 12, 10), Day(ends)));

    [Fact]
    public void A_term_to_the_end_of_the_calendar_is_counted_too() => Assert.Equal(95676, FeeCap.WholeMonths(new(2026, 12, 10), DateOnly.MaxValue));

    [Theory]
    [InlineData("VN", "CONSTRUCTION", "2027-12-09", 1_300_000)]
    [InlineData("VN", "CONSTRUCTION", "2028-12-09", 2_600_000)]
    [InlineData("VN", "SEAFARING", "2027-12-09", 1_950_000)]
    [InlineData("VN", "SEAFARING", "2029-12-08", 5_687_500)]
    [InlineData("TH", "CONSTRUCTION", "2027-12-09", 1_300_000)]
    [InlineData("CN", "CONSTRUCTION", "2027-12-09", 1_950_000)]
    public void A_cap_in_wages_follows_the_term(string origin, string sector, string ends, long limit) =>
        Assert.Equal(new Money(limit, "THB"), Cap(Payee.OriginAgency, origin, "LA", sector)!.LimitFor(A.Terms(), new(2026, 12, 10), Day(ends)));

    [Theory]
    [InlineData("SEAFARING", "2029-12-08", null)]
    [InlineData("SEAFARING", "2029-12-09", 3_900_000L)]
    [InlineData("CONSTRUCTION", "2030-12-09", 3_900_000L)]
    public void Viet_Nam_s_limit_of_three_months_is_for_long_contracts_beside_the_other_and_not_sure(string sector, string ends, long? limit)
    {
        var (from, until) = (new DateOnly(2026, 12, 10), Day(ends));
        var caps = A.Reference.FeeCaps.All(Payee.OriginAgency, "VN", "LA", sector, from, FeeCap.WholeMonths(from, until)).ToList();

        Assert.Equal(Confidence.High, caps[0]!.Source.Confidence);
        var beside = caps.Skip(1).SingleOrDefault();
        Assert.Equal(limit, beside?.LimitFor(A.Terms(), from, until)?.Minor);
        Assert.True(beside is null || beside.Source.Confidence == Confidence.Low);
    }

    [Fact]
    public void The_caps_that_the_reference_does_not_state_are_unknown()
    {
        Assert.Null(Cap(Payee.OriginAgency, "LA", "TH")!.LimitFor(A.Terms(), new(2026, 12, 10), new(2028, 12, 9)));
        Assert.Null(Cap(Payee.OriginAgency, "KH", "TH")!.LimitFor(A.Terms(), new(2026, 12, 10), new(2028, 12, 9)));
        Assert.Null(Cap(Payee.Broker, "LA", "TH"));
        Assert.Null(A.Reference.FeeCaps.For(Payee.OriginAgency, "VN", "LA", "GARMENT", new(2021, 12, 31)));
    }

    [Fact]
    public void Myanmar_s_cap_is_for_Thailand_and_Thailand_s_zero_for_its_own_licensees()
    {
        Assert.Equal(new Money(30_000_000, "MMK"), Cap(Payee.OriginAgency, "MM", "TH")!.Amount);
        Assert.Null(Cap(Payee.OriginAgency, "MM", "CN")!.Amount);
        Assert.Equal(new Money(0, "THB"), Cap(Payee.DestinationAgency, "MM", "TH")!.Amount);
    }

    [Theory]
    [InlineData(WagePeriod.Month, 1_300_000, 1_300_000)]
    [InlineData(WagePeriod.Day, 34_000, 884_000)]
    [InlineData(WagePeriod.Hour, 5_000, 1_040_000)]
    public void A_wage_is_told_by_the_month(WagePeriod period, long wage, long month) => Assert.Equal(new(month, "THB"), A.Terms(wage, period: period).MonthlyWage);

    static FeeCap? Cap(Payee collector, string origin, string destination, string sector = "GARMENT") => A.Reference.FeeCaps.For(collector, origin, destination, sector, A.Today);

    static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
