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

    static readonly BorderPractice Practice = BorderPractice.Load();

    static Sighting Seen(DateTimeOffset? at = null, string country = "LA", CrossingSource source = CrossingSource.Post) =>
        new(CrossingKind.Exit, null, null, country, null, at ?? Now, source);

    static IEnumerable<string> Broken(Sighting seen, string checkpoint = "TH-LA-01", Departure? departure = null, string worker = "LA-7KQ2-M9XD-R") =>
        CrossingRules.ToRecord(seen with { Post = Checkpoints[checkpoint] }, departure, new(1999, 7, 0), [worker], Practice.ClockSkew, Now).Select(p => p.Code);

    static Departure Cleared(DateOnly? day = null)
    {
        var departure = Given.Departure(day: day);
        departure.Take(new(DepartureStatus.Cleared, []), [], null, Now);
        return departure;
    }

    [Fact]
    public void A_crossing_now_is_recorded() => Assert.Empty(Broken(Seen(), departure: Cleared()));

    [Fact]
    public void A_post_s_clock_may_be_five_minutes_ahead() => Assert.Empty(Broken(Seen(Now.AddMinutes(5))));

    [Fact]
    public void A_crossing_later_than_that_lies_in_the_future() => Assert.Equal(["CROSSING_IN_FUTURE"], Broken(Seen(Now.AddMinutes(6))));

    [Fact]
    public void A_crossing_before_birth_is_another_person_s() => Assert.Equal(["CROSSING_BEFORE_BIRTH"], Broken(Seen(new(1999, 6, 29, 0, 0, 0, TimeSpan.Zero))));

    [Fact]
    public void A_checkpoint_of_another_border_and_a_departure_of_another_are_told_at_once() =>
        Assert.Equal(["CROSSING_CHECKPOINT_ELSEWHERE", "CROSSING_DEPARTURE_OF_ANOTHER"], Broken(Seen(), "TH-MM-01", Cleared(), "KH-7KQ2-M9XD-R"));

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

    [Theory]
    [InlineData("LA", CrossingKind.Arrival)]
    [InlineData("TH", CrossingKind.Exit)]
    public void The_way_home_under_a_cleared_departure_has_no_flag(string country, CrossingKind kind) =>
        Assert.Empty(CrossingRules.Flags(kind, country, Given.Day.AddDays(-1), Cleared(), exitRecorded: true));

    static KnownCrossing Known(int minutes, CrossingKind kind = CrossingKind.Exit, params CrossingSource[] told) =>
        new(Guid.CreateVersion7(), kind, "LA", null, Now.AddMinutes(minutes), null, told.Length == 0 ? [CrossingSource.Post] : told);

    [Theory]
    [InlineData(CrossingSource.Post, 2, true)]
    [InlineData(CrossingSource.Post, 3, false)]
    [InlineData(CrossingSource.Worker, 90, true)]
    [InlineData(CrossingSource.Worker, -90, true)]
    [InlineData(CrossingSource.Worker, 91, false)]
    public void What_is_told_again_is_known_by_how_near_it_is(CrossingSource source, int minutes, bool same) =>
        Assert.Equal(same, CrossingRules.Same(Seen(source: source), [Known(minutes)], Practice) is not null);

    [Fact]
    public void A_worker_who_crosses_several_times_a_day_is_not_taken_for_having_crossed_once()
    {
        var (first, back) = (Known(-60), Known(-30, CrossingKind.Arrival));

        Assert.Null(CrossingRules.Same(Seen(source: CrossingSource.Worker), [first, back], Practice));
        Assert.Equal(first, CrossingRules.Same(Seen(Now.AddMinutes(-40), source: CrossingSource.Worker), [first, back], Practice));
    }

    [Fact]
    public void Of_two_crossings_the_nearer_one_is_meant()
    {
        var nearer = Known(1);

        Assert.Equal(nearer, CrossingRules.Same(Seen(source: CrossingSource.List), [Known(-2), nearer], Practice));
    }

    [Theory]
    [InlineData(730, 30)]    // a permit of two years
    [InlineData(90, 30)]
    [InlineData(89, 29)]     // when a third is left
    [InlineData(30, 10)]     // seasonal work at the border
    [InlineData(21, 7)]
    public void Of_the_end_of_a_stay_one_is_reminded_a_month_before_or_when_a_third_of_it_is_left(int days, int before)
    {
        DateOnly arrived = new(2026, 12, 1);

        Assert.Equal(arrived.AddDays(days - before), Practice.RemindOn(arrived, arrived.AddDays(days)));
    }

    [Fact]
    public void Of_the_end_of_a_short_stay_nobody_is_reminded() => Assert.Null(Practice.RemindOn(new(2026, 12, 1), new(2026, 12, 21)));
}
