using FsCheck;
using FsCheck.Fluent;
using Gms.Registry.Crossings;
using Gms.Registry.Returns;
using Xunit;

namespace Gms.Registry.Tests.Crossings;

public sealed class SpellsTests
{
    static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    static readonly DateTimeOffset Start = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

    static Passage Exit(string country, int minute) => Passage.Of(Guid.CreateVersion7(), CrossingKind.Exit, country, Start.AddMinutes(minute));

    static Passage Arrival(string country, int minute) => Passage.Of(Guid.CreateVersion7(), CrossingKind.Arrival, country, Start.AddMinutes(minute));

    /// <summary>A return from Thailand on that day, counted from the first; the day of the start is 0.</summary>
    static Passage Return(int day, string to = "LA", string from = "TH") =>
        Passage.Of(new WorkerReturn { WorkerNumber = "", Country = to, ComeFrom = from, Reason = "PLANNED", ReturnedOn = DateOnly.FromDateTime(Start.UtcDateTime).AddDays(day) });

    /// <summary>LA until 0, TH 10- with what does not fit.</summary>
    static string Shown(IEnumerable<Passage> passages) => string.Join("; ", Spells.Of(passages, Skew).Select(s => $"{s.Country} {Minute(s.Began)}-{Minute(s.Ended)}{string.Concat(s.Gaps.Select(g => $" {g}"))}{(s.BackOn is { } day ? $" back {day:MM-dd}" : "")}"));

    static string Minute(Passage? edge) => edge is { } p ? $"{(p.At - Start).TotalMinutes:0}" : "?";

    [Fact]
    public void Nobody_who_never_crossed_has_a_spell() => Assert.Equal("", Shown([]));

    [Fact]
    public void There_and_back_are_three_spells_without_a_gap() =>
        Assert.Equal("LA ?-0; TH 10-500; LA 510-?", Shown([Exit("LA", 0), Arrival("TH", 10), Exit("TH", 500), Arrival("LA", 510)]));

    [Fact]
    public void A_border_worker_has_a_spell_for_each_time_over_the_bridge() =>
        Assert.Equal("LA ?-0; TH 6-240; LA 246-300; TH 306-540; LA 546-?",
            Shown([Exit("LA", 0), Arrival("TH", 6), Exit("TH", 240), Arrival("LA", 246), Exit("LA", 300), Arrival("TH", 306), Exit("TH", 540), Arrival("LA", 546)]));

    [Fact]
    public void An_exit_without_arrival_is_flagged_until_the_arrival_is_told() =>
        Assert.Equal("LA ?-0 ExitWithoutArrival", Shown([Exit("LA", 0)]));

    [Fact]
    public void An_arrival_without_exit_is_flagged() => Assert.Equal("TH 10-? ArrivalWithoutExit", Shown([Arrival("TH", 10)]));

    [Fact]
    public void Two_exits_leave_a_beginning_and_an_arrival_open() =>
        Assert.Equal("LA ?-0 ExitWithoutArrival; TH ?-500 TwoExits; LA 510-?", Shown([Exit("LA", 0), Exit("TH", 500), Arrival("LA", 510)]));

    [Fact]
    public void Two_arrivals_leave_an_end_open() =>
        Assert.Equal("LA ?-0; TH 10-? NotLeft; LA 510-? ArrivalWithoutExit", Shown([Exit("LA", 0), Arrival("TH", 10), Arrival("LA", 510)]));

    [Fact]
    public void An_exit_from_a_country_that_was_not_entered_is_flagged_on_both() =>
        Assert.Equal("LA ?-0; TH 10-? NotLeft; MM ?-500 NotEntered; LA 510-?", Shown([Exit("LA", 0), Arrival("TH", 10), Exit("MM", 500), Arrival("LA", 510)]));

    [Theory]
    [InlineData(5, "LA ?-5; TH 0-?")]
    [InlineData(6, "TH 0-? ArrivalWithoutExit NotLeft; LA ?-6 NotEntered ExitWithoutArrival")]
    public void Clocks_of_two_posts_may_differ_by_five_minutes(int minutes, string shown) => Assert.Equal(shown, Shown([Arrival("TH", 0), Exit("LA", minutes)]));

    [Fact]
    public void One_crossing_under_two_numbers_of_one_person_is_one() =>
        Assert.Equal("LA ?-0; TH 10-?", Shown([Exit("LA", 0), Exit("LA", 0), Arrival("TH", 10), Arrival("TH", 10)]));

    const int Day = 24 * 60;

    [Fact]
    public void A_return_tells_that_a_stay_ended_whose_exit_nobody_told() =>
        Assert.Equal("LA ?-0; TH 10-? NotLeft back 12-08", Shown([Exit("LA", 0), Arrival("TH", 10), Return(7)]));

    [Fact]
    public void Whoever_returned_may_leave_again_without_a_gap() =>
        Assert.Equal("LA ?-0; TH 10-? NotLeft back 12-08; LA ?-14400; TH 14410-?", Shown([Exit("LA", 0), Arrival("TH", 10), Return(7), Exit("LA", 10 * Day), Arrival("TH", (10 * Day) + 10)]));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1)]
    public void A_return_whose_crossings_are_on_record_adds_nothing(int daysLater) =>
        Assert.Equal("LA ?-0; TH 10-10080; LA 10090-?", Shown([Exit("LA", 0), Arrival("TH", 10), Exit("TH", 7 * Day), Arrival("LA", (7 * Day) + 10), Return(7 + daysLater)]));

    [Fact]
    public void A_return_from_another_country_than_the_one_entered_ends_nothing() =>
        Assert.Equal("LA ?-0; TH 10-?", Shown([Exit("LA", 0), Arrival("TH", 10), Return(7, from: "MM")]));

    [Fact]
    public void A_return_told_by_two_lists_is_one() =>
        Assert.Equal("LA ?-0; TH 10-? NotLeft back 12-08", Shown([Exit("LA", 0), Arrival("TH", 10), Return(7), Return(7)]));

    [Fact]
    public void Whoever_left_and_was_back_without_any_arrival_is_not_on_the_way_any_more() =>
        Assert.Equal("LA ?-0 ExitWithoutArrival; LA ?-14400; TH 14410-?", Shown([Exit("LA", 0), Return(7), Exit("LA", 10 * Day), Arrival("TH", (10 * Day) + 10)]));

    static readonly Gen<Passage> AnyCrossing =
        from kind in Gen.Elements(CrossingKind.Exit, CrossingKind.Arrival)
        from country in Gen.Elements("LA", "TH", "MM")
        from minute in Gen.OneOf(Gen.Choose(0, 60), Gen.Choose(0, 8).Select(day => day * Day))
        from id in Gen.Choose(1, 1000)
        select Passage.Of(new Guid(id, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]), kind, country, Start.AddMinutes(minute));

    static readonly Gen<Passage> AnyReturn =
        from day in Gen.Choose(0, 8)
        from ways in Gen.Elements(("TH", "LA"), ("MM", "LA"), ("TH", "MM"))
        select Return(day, ways.Item2, ways.Item1);

    static readonly Gen<Passage> AnyPassage = Gen.Frequency((4, AnyCrossing), (1, AnyReturn));

    static readonly Arbitrary<(Passage[] Told, Passage[] Again)> AnyTelling = Arb.From(
        from told in AnyPassage.ArrayOf()
        from again in Gen.Shuffle(told.Concat(told.Where((_, i) => i % 3 == 0)).ToArray())
        select (told, again.ToArray()));

    [Fact]
    public void Neither_order_nor_repetition_of_what_is_told_changes_the_spells() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(AnyTelling, telling => Shown(telling.Told) == Shown(telling.Again)));

    [Fact]
    public void Every_crossing_is_one_edge_of_one_spell() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(AnyTelling, telling =>
        {
            var edges = Spells.Of(telling.Told, Skew).SelectMany(s => new[] { s.Began, s.Ended }).OfType<Passage>().Select(p => (p.Kind, p.Country, p.At)).ToList();
            return edges.Count == edges.Distinct().Count() && edges.ToHashSet().SetEquals(telling.Told.Where(p => p.Kind != PassageKind.Return).Select(p => (p.Kind, p.Country, p.At)));
        }));

    [Fact]
    public void A_spell_ends_after_it_began_but_for_clocks_that_differ() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(AnyTelling, telling =>
            Spells.Of(telling.Told, Skew).All(s => s.Began is not { } began || s.Ended is not { } ended || (began.Country == ended.Country && ended.At >= began.At - Skew))));
}
