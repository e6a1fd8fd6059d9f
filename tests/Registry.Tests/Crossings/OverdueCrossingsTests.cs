using Gms.Platform;
using Gms.Registry.Crossings;
using Gms.Registry.Tests.Departures;
using Gms.Testing;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Crossings;

public sealed class OverdueCrossingsTests(DeparturesHost host) : IClassFixture<DeparturesHost>
{
    readonly Proto.Crossings.CrossingsClient _lao = new(host.Host.As(Who.Is(Role.BorderOfficer, "LA"), "border-control"));
    readonly Proto.Crossings.CrossingsClient _thai = new(host.Host.As(Who.Is(Role.BorderOfficer, "TH"), "border-control"));

    static Timestamp Ago(int days, int minutes = 0) => Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow.AddDays(-days).AddMinutes(minutes));

    Task<Proto.RecordExitResponse> Exit(string worker, int daysAgo, string country = "LA") => (country == "LA" ? _lao : _thai)
        .RecordExitAsync(new() { RequestId = Guid.NewGuid().ToString(), WorkerNumber = worker, Country = country, CrossedAt = Ago(daysAgo) }).ResponseAsync;

    Task<Proto.RecordArrivalResponse> Arrival(string worker, int daysAgo, string departure = "", string country = "TH") => (country == "LA" ? _lao : _thai)
        .RecordArrivalAsync(new() { RequestId = Guid.NewGuid().ToString(), WorkerNumber = worker, DepartureId = departure, Country = country, CrossedAt = Ago(daysAgo, 30) }).ResponseAsync;

    Task<List<WorkItem>> Items(string crossing) => host.Host.Db(db => db.WorkItems.AsNoTracking().Where(i => i.Key.StartsWith($"crossing:{Guid.Parse(crossing):N}")).ToListAsync());

    Task<bool> IsWatched(string crossing) => host.Host.Db(db => db.Set<CrossingWatch>().AnyAsync(w => w.CrossingId == Guid.Parse(crossing)));

    async Task<Proto.Departure> ClearedBorderWorker()
    {
        var worker = await host.Enrolled("LA");
        return (await host.Departures(DeparturesHost.Officer("LA")).RegisterDepartureAsync(
            Given.Application(worker, channel: "BORDER_S64", day: TimeProvider.System.TodayIn("LA"), employment: "AGRICULTURAL_SEASONAL"))).Departure;
    }

    [Fact]
    public async Task An_exit_without_arrival_becomes_a_question_after_its_days_and_a_late_arrival_answers_it()
    {
        var worker = await host.Enrolled();
        var exit = await Exit(worker, 5);

        var item = Assert.Single(await Eventually.Becomes(() => Items(exit.CrossingId), items => items.Count > 0));
        Assert.Equal(("ARRIVAL_MISSING", "LA", WorkItemState.Open), (item.Kind, item.Country, item.State));
        Assert.Equal([worker], item.Subjects);

        await Arrival(worker, 5);
        Assert.Equal(WorkItemState.Closed, Assert.Single(await Items(exit.CrossingId)).State);
    }

    [Fact]
    public async Task An_exit_whose_arrival_is_on_record_is_not_watched()
    {
        var worker = await host.Enrolled();
        var exit = await Exit(worker, 1);
        Assert.True(await IsWatched(exit.CrossingId));

        await Arrival(worker, 1);

        Assert.False(await IsWatched(exit.CrossingId));
    }

    [Fact]
    public async Task An_arrival_told_before_its_exit_leaves_nothing_to_watch_about_the_exit()
    {
        var worker = await host.Enrolled();
        await Arrival(worker, 10);

        var exit = await Exit(worker, 10);

        Assert.False(await IsWatched(exit.CrossingId));
        Assert.Empty(await Items(exit.CrossingId));
    }

    [Fact]
    public async Task A_stay_longer_than_its_channel_allows_becomes_a_question_of_the_country_of_the_stay()
    {
        var departure = await ClearedBorderWorker();
        var stay = await Arrival(departure.WorkerNumber, 40, departure.DepartureId);

        var item = Assert.Single(await Eventually.Becomes(() => Items(stay.CrossingId), items => items.Count > 0));
        Assert.Equal(("OVERSTAY", "TH", "BORDER_S64"), (item.Kind, item.Country, item.Facts["channel"]));
        var spell = (await _thai.ListSpellsAsync(new() { WorkerNumber = departure.WorkerNumber })).Spells.Single();
        Assert.Equal("TH-S64-LA", spell.AllowedBy);
        Assert.Equal(item.Facts["allowed_until"], $"{spell.AllowedUntil.Year:0000}-{spell.AllowedUntil.Month:00}-{spell.AllowedUntil.Day:00}");
    }

    [Fact]
    public async Task A_return_told_late_ends_the_stay_and_answers_the_question_about_it()
    {
        var departure = await ClearedBorderWorker();
        var stay = await Arrival(departure.WorkerNumber, 40, departure.DepartureId);
        await Eventually.Becomes(() => Items(stay.CrossingId), items => items.Count > 0);
        var back = TimeProvider.System.TodayIn("LA").AddDays(-2);

        await Return(departure.WorkerNumber, back);

        Assert.Equal(WorkItemState.Closed, Assert.Single(await Items(stay.CrossingId)).State);
        var spell = (await _thai.ListSpellsAsync(new() { WorkerNumber = departure.WorkerNumber })).Spells.Single();
        Assert.Equal((back.ToProto(), null), (spell.BackOn, spell.Ended));
        Assert.Equal([Proto.SpellGap.ArrivalWithoutExit, Proto.SpellGap.NotLeft], spell.Gaps);
    }

    [Fact]
    public async Task A_stay_that_a_return_ended_is_not_watched_any_more()
    {
        var departure = await ClearedBorderWorker();
        var stay = await Arrival(departure.WorkerNumber, 2, departure.DepartureId);
        Assert.True(await IsWatched(stay.CrossingId));

        await Return(departure.WorkerNumber, TimeProvider.System.TodayIn("LA"));

        Assert.False(await IsWatched(stay.CrossingId));
    }

    Task<Proto.RecordReturnResponse> Return(string worker, DateOnly day) => new Proto.Returns.ReturnsClient(host.Host.As(Who.Is(Role.ReintegrationCounsellor, "LA")))
        .RecordReturnAsync(new() { RequestId = Guid.NewGuid().ToString(), WorkerNumber = worker, Reason = "END_CONTRACT", From = "TH", To = "LA", ReturnedOn = day.ToProto() }).ResponseAsync;

    [Fact]
    public async Task A_stay_whose_length_nobody_knows_is_not_watched_and_says_so()
    {
        var worker = await host.Enrolled();
        var stay = await Arrival(worker, 400);

        Assert.False(await IsWatched(stay.CrossingId));
        Assert.Null((await _thai.ListSpellsAsync(new() { WorkerNumber = worker })).Spells.Single().AllowedUntil);
    }
}
