using Gms.Platform;
using Gms.Recruitment.Contracts;
using Gms.Recruitment.Costs;
using Gms.Recruitment.Statistics;
using Xunit;

namespace Gms.Recruitment.Tests.Statistics;

public sealed class CostMeasureTests
{
    [Fact]
    public void What_the_worker_bore_is_told_in_months_of_the_wage()
    {
        Assert.Equal((Measure.Resident, Countability.Counted, 0.5m), Told(A.Contract(), costs: [A.Cost(amount: 650_000)]));
        Assert.Equal((Measure.Resident, Countability.Counted, 0m), Told(A.Contract()));
        Assert.Equal(1m, Told(A.Contract(), costs: [A.Line(1, A.Cost(amount: 900_000_000, currency: "LAK"), equivalent: new(1_300_000, "THB"))]).Months);
        Assert.Equal(0m, Told(A.Contract(), costs: [A.Cost("OPPORTUNITY"), A.Cost("LOAN_INTEREST"), A.Cost(payer: Payer.Employer)]).Months);
        Assert.Equal(0.5m, Told(A.Contract(), costs: [A.Cost("BRIBE", amount: 650_000)]).Months);
    }

    [Theory]
    [InlineData(1_300_000L * 1200, Countability.Counted)]
    [InlineData((1_300_000L * 1200) + 2, Countability.Implausible)]
    public void More_than_a_century_of_wages_is_a_slip_of_the_pen(long amount, Countability counts) =>
        Assert.Equal(counts, Told(A.Contract(), costs: [A.Cost(amount: amount)]).Counts);

    [Fact]
    public void What_is_not_known_is_not_taken_for_nothing()
    {
        Assert.Equal((Measure.Resident, Countability.NotConfirmed, null), Told(A.Contract(), confirmed: false));
        Assert.Equal((Measure.Resident, Countability.OtherCurrency, null), Told(A.Contract(), costs: [A.Cost(currency: "LAK")]));
    }

    [Theory]
    [InlineData("2027-12-09", "MOU_S59", Measure.Resident)]
    [InlineData("2027-12-08", "MOU_S59", Measure.BorderSeasonal)]
    [InlineData("2027-12-09", "BORDER_S64", Measure.BorderSeasonal)]
    public void A_term_below_twelve_months_and_the_border_are_measured_apart(string ends, string channel, Measure measure) =>
        Assert.Equal(measure, Told(A.Contract(A.Text(ends: DateOnly.Parse(ends, System.Globalization.CultureInfo.InvariantCulture), channel: channel))).Measure);

    [Theory]
    [InlineData("2023-12-10", Measure.None)]
    [InlineData("2023-12-09", Measure.Resident)]
    public void Only_the_first_job_there_within_three_years_counts(string earlier, Measure measure)
    {
        var before = A.Contract(A.Text(starts: DateOnly.Parse(earlier, System.Globalization.CultureInfo.InvariantCulture), ends: new(2026, 1, 1)));

        Assert.Equal(measure, Told(A.Contract(), others: before).Measure);
        Assert.Equal(Measure.Resident, Told(before, others: A.Contract()).Measure);
    }

    [Fact]
    public void Work_that_never_began_and_a_job_in_another_country_before_do_not_count()
    {
        var never = A.Contract();
        never.End(new(2026, 12, 1), ContractEnd.NeverBegan);

        Assert.Equal(Measure.None, Told(never).Measure);
        Assert.Equal(Measure.Resident, Told(A.Contract(), others: A.Contract(A.Text(starts: new(2025, 1, 1), ends: new(2025, 12, 31), destination: "VN"))).Measure);
    }

    static (Measure Measure, Countability Counts, decimal? Months) Told(Contract contract, bool confirmed = true, Contract? others = null, params CostLine[] costs)
    {
        var told = CostMeasure.Of(contract, others is null ? [] : [others], costs, confirmed, A.Reference.CostIndicator, A.Reference.CostItems);
        return (told.Measure, told.Counts, told.Months);
    }
}
