using Gms.DepartureOrientation.ActionPlans;
using Gms.Platform;
using Gms.Recruitment.V1;
using Gms.Registry.V1;
using Gms.Reintegration.V1;
using Gms.Testing;
using Gms.Type.V1;
using Grpc.Core;
using Xunit;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Tests.ActionPlans;

public sealed class TakeReadingsTests(DepartureOrientationHost host) : IClassFixture<DepartureOrientationHost>
{
    const string Flows = "/gms.registry.v1.Statistics/ReadFlows";
    const string Costs = "/gms.recruitment.v1.Statistics/ReadRecruitmentCosts";
    const string Outcomes = "/gms.reintegration.v1.FollowUps/CountOutcomes";

    [Fact]
    public async Task Figures_come_from_who_holds_the_records_and_are_kept_with_day_and_source()
    {
        FlowsAre(("", "", 120, false), ("TH", "", 90, false), ("VN", "", 0, true));
        var (plan, measure) = await Measured();
        var all = await host.AddedIndicator(measure, "DEPARTURES");
        var thai = await host.AddedIndicator(measure, "DEPARTURES", new() { Partner = "TH" }, target: 100);
        var few = await host.AddedIndicator(measure, "DEPARTURES", new() { Partner = "VN" });
        var none = await host.AddedIndicator(measure, "DEPARTURES", new() { Partner = "CN" });

        var read = (await Take(plan)).ToDictionary(r => r.IndicatorId);

        Assert.Equal((120, 90, 0), (read[all].Value, read[thai].Value, read[none].Value));
        Assert.False(read[few].HasValue);
        Assert.StartsWith("Fewer than 10", read[few].UnknownBecause, StringComparison.Ordinal);
        var shown = Assert.Single((await host.Plans(A.Officer).GetPlanAsync(new() { PlanId = plan })).Measures).Indicators.Single(i => i.IndicatorId == thai);
        Assert.Equal((100, 90, Given.Today.ToProto()), (shown.Target, shown.Last.Value, shown.Last.Day));
        Assert.StartsWith("Registry Statistics.ReadFlows outflow-by-destination-and-sex", shown.Last.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_is_down_makes_its_figures_unknown_and_the_next_reading_knows_them()
    {
        host.Peers.TakeDown(Costs);
        var (plan, measure) = await Measured();
        await host.AddedIndicator(measure, "RECRUITMENT_COST_RESIDENT", new() { Partner = "TH" });

        Assert.Equal("Recruitment did not answer.", Assert.Single(await Take(plan)).UnknownBecause);

        host.Peers.Answer(Costs, (ReadRecruitmentCostsRequest asked) => new ReadRecruitmentCostsResponse
        {
            From = new() { Year = asked.Year, Month = 1, Day = 1 },
            Before = new() { Year = asked.Year, Month = 10, Day = 1 },
            Threshold = 10,
            Corridors = { new CorridorCost { Origin = "LA", Destination = "TH", Measure = CostMeasure.Resident, Counted = 40, PaidNothing = 30, MeanMonths = 0.4, MedianMonths = 0.1 } },
        });
        var share = await host.AddedIndicator(measure, "PAID_NOTHING_RESIDENT", new() { Partner = "TH" });
        await host.AddedIndicator(measure, "PAID_NOTHING_SEASONAL", new() { Partner = "TH" });

        var read = await Take(plan);

        Assert.Equal(0.4, read[0].Value);
        Assert.Equal((75, 30, 40), (read.Single(r => r.IndicatorId == share).Value, read[1].Counted, read[1].Of));
        Assert.Equal("No recruitment of the corridor is counted.", read[2].UnknownBecause);
        Assert.Equal(4, (await host.Plans(A.Officer).GetMeasureAsync(new() { MeasureId = measure })).Readings.Count);
    }

    [Fact]
    public async Task Outcomes_with_a_count_that_is_not_told_are_unknown()
    {
        var (plan, measure) = await Measured();
        await host.AddedIndicator(measure, "REINTEGRATED");
        OutcomesAre(new() { Group = "TH-LA", Outcome = CaseOutcome.Reintegrated, Cases = 30 }, new() { Group = "TH-LA", Outcome = CaseOutcome.Declined, Cases = 10 });
        Assert.Equal((75, 30, 40), (Assert.Single(await Take(plan)) is var known ? known.Value : 0, known.Counted, known.Of));

        OutcomesAre(new() { Group = "TH-LA", Outcome = CaseOutcome.Reintegrated, Cases = 30 }, new() { Group = "TH-LA", Outcome = CaseOutcome.Declined, NotTold = true });
        Assert.False(Assert.Single(await Take(plan)).HasValue);
    }

    [Fact]
    public async Task Workers_are_counted_once_and_a_few_are_not_told()
    {
        var (plan, measure) = await Measured();
        await host.AddedIndicator(measure, "WORKERS_CERTIFIED", new() { Stage = Proto.Stage.PreDeparture });
        await host.IssuedCertificate();

        Assert.Equal("Fewer than 10: not told.", Assert.Single(await Take(plan)).UnknownBecause);
    }

    [Fact]
    public async Task A_year_that_has_not_begun_is_unknown()
    {
        var (plan, measure) = await Measured();
        await host.AddedIndicator(measure, "SESSIONS_HELD", new() { Year = Given.Today.Year + 1 });

        Assert.Equal("The year has not begun.", Assert.Single(await Take(plan)).UnknownBecause);
    }

    /// <summary>A code that nothing computes would fail here.</summary>
    [Fact]
    public async Task Every_figure_on_the_list_is_computed()
    {
        FlowsAre(("", "", 50, false));
        var (plan, measure) = await Measured();
        foreach (var figure in IndicatorList.Load().All)
            await host.AddedIndicator(measure, figure.Code, new()
            {
                Partner = figure.Takes.Contains("partner") ? "TH" : "",
                Stage = figure.Takes.Contains("stage") ? Proto.Stage.PreDeparture : Proto.Stage.Unspecified,
                InstitutionKind = figure.Takes.Contains("institution_kind") ? Proto.InstitutionKind.Tvet : Proto.InstitutionKind.Unspecified,
            });

        var read = await Take(plan);

        Assert.Equal(IndicatorList.Load().Codes.Count, read.Count);
        Assert.All(read, r => Assert.True(r.HasValue != r.UnknownBecause.Length > 0));
    }

    [Fact]
    public async Task A_figure_takes_what_narrows_it_and_nothing_else()
    {
        var measure = await host.AddedMeasure();

        Assert.Equal(["INDICATOR_PARAMETER_MISSING", "INDICATOR_PARAMETER_NOT_TAKEN"], await Refused.Codes(StatusCode.FailedPrecondition, () => Add(measure, "RECRUITMENT_COST_RESIDENT", new() { Province = "LA-VT" })));
        Assert.Equal(["code"], await Refused.Fields(StatusCode.InvalidArgument, () => Add(measure, "HAPPINESS", new())));
        await Add(measure, "CERTIFIED_TRAINERS", new());
        Assert.Equal(["INDICATOR_TWICE"], await Refused.Codes(StatusCode.FailedPrecondition, () => Add(measure, "CERTIFIED_TRAINERS", new())));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-1)]
    public async Task A_target_is_a_number(double target)
    {
        var measure = await host.AddedMeasure();

        Assert.Equal(["INDICATOR_TARGET_OUT_OF_RANGE"], await Refused.Codes(StatusCode.InvalidArgument, () => host.Plans(A.Officer).AddIndicatorAsync(new() { RequestId = Given.New(), MeasureId = measure, Code = "CERTIFIED_TRAINERS", Target = target })));
    }

    [Fact]
    public async Task The_list_says_what_each_figure_counts_and_needs()
    {
        var listed = (await host.Plans(A.Officer).ListIndicatorsAsync(new())).Indicators;

        Assert.Equal(listed.Select(i => i.Code).Order(StringComparer.Ordinal), listed.Select(i => i.Code));
        Assert.All(listed, i => Assert.True(i.Title.Length > 0 && i.Source.Text.Length > 0 && i.Source.Confidence != Confidence.Unspecified && i.Needs.All(i.Takes.Contains)));
    }

    void FlowsAre(params (string Row, string Column, long Count, bool Suppressed)[] counts) => host.Peers.Answer(Flows, (ReadFlowsRequest asked) => new ReadFlowsResponse
    {
        Before = new() { Year = asked.Year, Month = 11, Day = 1 },
        Threshold = 10,
        Counts = { counts.Select(c => new WorkerCount { Values = { c.Row, c.Column }, Count = c.Count, Suppressed = c.Suppressed }) },
    });

    void OutcomesAre(params OutcomeRow[] rows) => host.Peers.Answer(Outcomes, (CountOutcomesRequest _) => new CountOutcomesResponse { Rows = { rows }, Threshold = 5 });

    async Task<(string Plan, string Measure)> Measured()
    {
        var plan = await host.Plan();
        return (plan, await host.AddedMeasure(plan));
    }

    AsyncUnaryCall<Proto.AddIndicatorResponse> Add(string measure, string code, Proto.IndicatorParameters parameters) =>
        host.Plans(A.Officer).AddIndicatorAsync(new() { RequestId = Given.New(), MeasureId = measure, Code = code, Parameters = parameters });

    async Task<IReadOnlyList<Proto.Reading>> Take(string plan) => [.. (await host.Plans(A.Officer, null).TakeReadingsAsync(new() { RequestId = Given.New(), PlanId = plan })).Readings];
}
