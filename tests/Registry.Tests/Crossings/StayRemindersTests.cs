using System.Text.Json;
using Gms.Platform;
using Gms.Registry.Crossings;
using Gms.Registry.Tests.Departures;
using Gms.Testing;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Crossings;

public sealed class StayRemindersTests(DeparturesHost host) : IClassFixture<DeparturesHost>
{
    /// <summary>Of a stay of 24 months, three weeks are left.</summary>
    const int NearTheEnd = 709;

    readonly Proto.Crossings.CrossingsClient _post = new(host.Host.As(Who.Is(Role.BorderOfficer, "TH"), "border-control"));
    readonly Proto.Stays.StaysClient _stays = new(host.Host.As(DeparturesHost.Officer("TH"), "departure-clearance"));

    static Timestamp Ago(int days) => Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow.AddDays(-days));

    /// <summary>A stay under a channel that allows 24 months, with the day on which it began: the day may end while a test runs.</summary>
    async Task<(Proto.Departure Departure, string Crossing, DateOnly On)> Arrived(int daysAgo)
    {
        var at = Ago(daysAgo);
        var departure = (await host.Departures(DeparturesHost.Officer("LA")).RegisterDepartureAsync(Given.Application(await host.Enrolled(), day: TimeProvider.System.TodayIn("LA")))).Departure;
        var arrival = await _post.RecordArrivalAsync(new() { RequestId = Guid.NewGuid().ToString(), DepartureId = departure.DepartureId, Country = "TH", CrossedAt = at });
        return (departure, arrival.CrossingId, at.ToDateTimeOffset().DayIn("TH"));
    }

    /// <summary>What was told of a stay: the worker, the country and the last day.</summary>
    async Task<List<(string Worker, string Country, DateOnly Until)>> Told(string crossing)
    {
        var bodies = await host.Host.Db(db => db.Outbox.Where(e => e.Name == "gms.registry.stay-end-neared:1").OrderBy(e => e.EventId).Select(e => e.Body).ToListAsync());
        return
        [
            .. bodies.Select(b => JsonDocument.Parse(b).RootElement).Where(b => b.GetProperty("crossingId").GetString() == crossing)
                .Select(b => (b.GetProperty("workerNumber").GetString()!, b.GetProperty("country").GetString()!, DateOnly.Parse(b.GetProperty("until").GetString()!, System.Globalization.CultureInfo.InvariantCulture))),
        ];
    }

    Task<CrossingWatch?> Watch(string crossing) => host.Host.Db(db => db.Set<CrossingWatch>().AsNoTracking().SingleOrDefaultAsync(w => w.CrossingId == Guid.Parse(crossing)));

    [Fact]
    public async Task The_end_of_a_stay_is_told_before_it_comes_and_again_for_the_day_of_an_extension()
    {
        var (departure, crossing, on) = await Arrived(NearTheEnd);
        var until = on.AddMonths(24);

        Assert.Equal([(departure.WorkerNumber, "TH", until)], await Eventually.Becomes(() => Told(crossing), told => told.Count > 0));
        Assert.Equal((until, null), (await Watch(crossing)) is { } watch ? (watch.DueOn, watch.RemindOn) : default);

        var longer = on.AddDays(NearTheEnd + 28);
        await _stays.RecordExtensionAsync(new() { RequestId = Guid.NewGuid().ToString(), DepartureId = departure.DepartureId, Until = longer.ToProto() });

        Assert.Equal([until, longer], (await Eventually.Becomes(() => Told(crossing), told => told.Count > 1)).Select(t => t.Until));
    }

    [Fact]
    public async Task Of_a_stay_that_ends_later_nothing_is_told_until_its_day_and_an_extension_puts_that_off()
    {
        var (_, sooner, _) = await Arrived(NearTheEnd);
        var (departure, crossing, on) = await Arrived(1);
        var until = on.AddMonths(24);
        Assert.Equal(until.AddDays(-30), (await Watch(crossing))!.RemindOn);

        await _stays.RecordExtensionAsync(new() { RequestId = Guid.NewGuid().ToString(), DepartureId = departure.DepartureId, Until = until.AddMonths(3).ToProto() });
        Assert.Equal(until.AddMonths(3).AddDays(-30), (await Watch(crossing))!.RemindOn);

        Assert.NotEmpty(await Eventually.Becomes(() => Told(sooner), told => told.Count > 0));    // a round was made
        Assert.Empty(await Told(crossing));
    }

    [Fact]
    public async Task Whoever_has_left_is_reminded_of_nothing()
    {
        var (departure, crossing, _) = await Arrived(1);
        Assert.NotNull(await Watch(crossing));

        await _post.RecordExitAsync(new() { RequestId = Guid.NewGuid().ToString(), WorkerNumber = departure.WorkerNumber, Country = "TH", CrossedAt = Ago(0) });

        Assert.Null(await Watch(crossing));
    }

    [Fact]
    public async Task Whoever_was_seen_at_home_since_is_reminded_of_nothing_though_no_exit_was_told()
    {
        var (departure, crossing, _) = await Arrived(2);
        var home = new Proto.Crossings.CrossingsClient(host.Host.As(Who.Is(Role.BorderOfficer, "LA"), "border-control"));
        await home.RecordArrivalAsync(new() { RequestId = Guid.NewGuid().ToString(), WorkerNumber = departure.WorkerNumber, Country = "LA", CrossedAt = Ago(1) });
        Assert.NotNull((await Watch(crossing))?.RemindOn);

        await host.Host.Db(db => db.Set<CrossingWatch>().Where(w => w.CrossingId == Guid.Parse(crossing)).ExecuteUpdateAsync(w => w.SetProperty(x => x.RemindOn, x => (DateOnly?)x.DueOn.AddMonths(-24))));

        Assert.Null((await Eventually.Becomes(() => Watch(crossing), watch => watch?.RemindOn is null))?.RemindOn);
        Assert.Empty(await Told(crossing));
    }

    [Fact]
    public async Task No_reminder_is_set_after_the_last_day()
    {
        var (_, crossing, _) = await Arrived(1);

        var broken = await Assert.ThrowsAnyAsync<PostgresException>(() => host.Host.Db(db =>
            db.Set<CrossingWatch>().Where(w => w.CrossingId == Guid.Parse(crossing)).ExecuteUpdateAsync(w => w.SetProperty(x => x.RemindOn, x => (DateOnly?)x.DueOn.AddDays(1)))));

        Assert.Equal("crossing_watches_remind", broken.ConstraintName);
    }
}
