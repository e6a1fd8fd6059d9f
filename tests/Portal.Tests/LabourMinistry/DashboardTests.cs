using Gms.DepartureOrientation.V1;
using Gms.Portal.Figures;
using Gms.Portal.LabourMinistry;
using Gms.Portal.Languages;
using Gms.Recruitment.V1;
using Gms.Registry.V1;
using Google.Protobuf.WellKnownTypes;
using Xunit;

namespace Gms.Portal.Tests.LabourMinistry;

public sealed class DashboardTests
{
    static readonly Texts English = Texts.In(Language.English);

    [Fact]
    public void What_is_hidden_has_no_bar_and_no_number_in_a_file()
    {
        var flows = new ReadFlowsResponse { Counts = { Flow("TH", "", 12), Flow("TH", "Female", 7), Flow("CN", "", 3, hidden: true), Flow("", "", 15) } };
        var oriented = new CountOrientedResponse { ByCorridor = { new OrientedCount { Value = "LA-TH", Count = 1240 }, new OrientedCount { Value = "LA-TH", Sex = "female", Suppressed = true }, new OrientedCount { Count = 1240 } } };

        Assert.Equal([new Bar("Thailand", 12, "12")], Bar.Of(English, flows));
        Assert.Equal([("Lao PDR to Thailand", "*,1,240"), ("Total", "0,1,240")], OrientedRows.Of(oriented.ByCorridor).Select(r => (OrientedRows.Corridor(English, r.Value), string.Join(',', r.Counts))));
        Assert.Equal("corridor,sex,count,hidden\r\nLA-TH,,1240,false\r\nLA-TH,female,,true\r\n,,1240,false\r\n", DashboardFiles.Csv(oriented));
    }

    [Fact]
    public void A_file_of_costs_leaves_out_what_is_not_told()
    {
        var costs = new ReadRecruitmentCostsResponse { Corridors = { new CorridorCost { Origin = "LA", Destination = "TH", Measure = CostMeasure.Resident, Counted = 30, MeanMonths = 1.25, MedianMonths = 1 }, new CorridorCost { Origin = "LA", Destination = "CN", Measure = CostMeasure.Resident, Suppressed = true } } };

        Assert.Equal("origin,destination,measure,counted,not_counted,paid_nothing,mean_months,median_months\r\nLA,TH,Resident,30,,,1.25,1\r\nLA,CN,Resident,,,,,\r\n", DashboardFiles.Csv(costs));
    }

    [Fact]
    public void What_waits_is_told_in_words_and_a_code_of_no_word_is_not_hidden()
    {
        Waiting Of(QueueKind queue, string reason) => new() { Queue = queue, Reason = reason, Count = 3, UnderADay = 1, AWeekOrMore = 2, OldestSince = Timestamp.FromDateTime(new(2026, 11, 1, 3, 0, 0, DateTimeKind.Utc)) };

        Assert.Equal(
            ["All together", "Social security", "Social security", "something new"],
            new[] { Of(QueueKind.HeldDepartures, ""), Of(QueueKind.HeldDepartures, "COVERAGE_COMPULSORY_SCHEMES"), Of(QueueKind.UnansweredDepartures, "SocialSecurity"), Of(QueueKind.WorkItems, "SOMETHING_NEW") }.Select(w => WaitingWords.Reason(English, w)));
        Assert.Equal("queue,reason,count,under_a_day,under_three_days,under_a_week,a_week_or_more,oldest_since\r\nAppeals,,3,1,0,0,2,2026-11-01T03:00:00Z\r\n",
            DashboardFiles.Csv(new CountWaitingResponse { Waiting = { Of(QueueKind.Appeals, "") } }));
    }

    [Theory]
    [InlineData(IndicatorUnit.Percent, "66.7 % (2 of 3)")]
    [InlineData(IndicatorUnit.Count, "66.67 (2 of 3)")]
    public void A_share_says_of_how_many_it_is(IndicatorUnit unit, string shown) => Assert.Equal(shown, PlanFigures.Value(English, new() { Value = 200.0 / 3, Counted = 2, Of = 3 }, unit));

    static WorkerCount Flow(string row, string column, long count, bool hidden = false) => new() { Values = { row, column }, Count = hidden ? 0 : count, Suppressed = hidden };
}
