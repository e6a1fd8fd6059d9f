using Gms.Platform;
using Gms.Registry.Corridors;
using Gms.Registry.Crossings;
using Gms.Registry.Departures;
using Gms.Registry.Tests.Departures;
using Xunit;

namespace Gms.Registry.Tests.Crossings;

public sealed class CrossingRulesTests
{
    static readonly DateTimeOffset Now = new(2026, 12, 1, 3, 0, 0, TimeSpan.Zero);
    static readonly CheckpointTable Checkpoints = CheckpointTable.Load();

    static Crossing Crossing(DateTimeOffset? at = null, string worker = "LA-7KQ2-M9XD-R", string country = "LA") =>
        new() { Kind = CrossingKind.Exit, WorkerNumber = worker, Country = country, CrossedAt = at ?? Now };

    static IEnumerable<string> Broken(Crossing crossing, string checkpoint = "TH-LA-01", Departure? departure = null) =>
        CrossingRules.ToRecord(crossing, Checkpoints[checkpoint], departure, A.OnRecord(crossing.WorkerNumber), Now).Select(p => p.Code);

    static Departure Cleared(DateOnly? day = null)
    {
        var departure = Given.Departure(day: day);
        departure.Take(new(DepartureStatus.Cleared, []), [], null, Now);
        return departure;
    }

    [Fact]
    public void A_crossing_now_is_recorded() => Assert.Empty(Broken(Crossing(), departure: Cleared()));

    [Fact]
    public void A_post_s_clock_may_be_five_minutes_ahead() => Assert.Empty(Broken(Crossing(Now.AddMinutes(5))));

    [Fact]
    public void A_crossing_later_than_that_lies_in_the_future() => Assert.Equal(["CROSSING_IN_FUTURE"], Broken(Crossing(Now.AddMinutes(6))));

    [Fact]
    public void A_crossing_before_birth_is_another_person_s() => Assert.Equal(["CROSSING_BEFORE_BIRTH"], Broken(Crossing(new(1999, 6, 29, 0, 0, 0, TimeSpan.Zero))));

    [Fact]
    public void A_checkpoint_of_another_border_and_a_departure_of_another_are_told_at_once() =>
        Assert.Equal(["CROSSING_CHECKPOINT_ELSEWHERE", "CROSSING_DEPARTURE_OF_ANOTHER"], Broken(Crossing(worker: "KH-7KQ2-M9XD-R"), "TH-MM-01", Cleared()));

    [Fact]
    public void An_exit_on_the_planned_day_with_a_cleared_departure_has_no_flag() =>
        Assert.Empty(CrossingRules.Flags(CrossingKind.Exit, "LA", Given.Day, Cleared(), exitRecorded: false));

    [Fact]
    public void An_exit_on_an_earlier_day_is_flagged() =>
        Assert.Equal([CrossingFlag.BeforePlannedDay], CrossingRules.Flags(CrossingKind.Exit, "LA", Given.Day.AddDays(-1), Cleared(), exitRecorded: false));

    [Fact]
    public void An_exit_with_a_departure_that_is_not_cleared_is_flagged() =>
        Assert.Equal([CrossingFlag.NoClearedDeparture], CrossingRules.Flags(CrossingKind.Exit, "LA", Given.Day, Given.Departure(), exitRecorded: false));

    [Fact]
    public void An_arrival_in_another_country_than_the_one_cleared_is_flagged() =>
        Assert.Equal([CrossingFlag.NoClearedDeparture], CrossingRules.Flags(CrossingKind.Arrival, "MM", Given.Day, Cleared(), exitRecorded: true));

    [Fact]
    public void An_arrival_without_exit_and_departure_has_both_flags() =>
        Assert.Equal([CrossingFlag.NoClearedDeparture, CrossingFlag.NoExitRecorded], CrossingRules.Flags(CrossingKind.Arrival, "TH", Given.Day, null, exitRecorded: false));
}
