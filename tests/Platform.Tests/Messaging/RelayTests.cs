using Gms.Platform.Tests.Probe;
using Gms.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using RabbitMQ.Client;
using Xunit;

namespace Gms.Platform.Tests.Messaging;

/// <summary>Two hosts of one service: one database, one set of queues.</summary>
public sealed class TwoReplicas(TestBroker broker) : IAsyncLifetime
{
    TestDatabase? _database;

    public Uri Broker { get; private set; } = null!;
    public ProbeHost First { get; private set; } = null!;
    public ProbeHost Second { get; private set; } = null!;
    internal Deliveries ToFirst { get; private set; } = null!;
    internal Deliveries ToSecond { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        (Broker, _database) = (await broker.VirtualHost("relay"), await TestDatabase.Make());
        (First, Second) = (new(Broker, _database), new(Broker, _database));
        await First.InitializeAsync();
        await Second.InitializeAsync();
        (ToFirst, ToSecond) = (Deliveries.To(First), Deliveries.To(Second));
    }

    public async ValueTask DisposeAsync()
    {
        await First.DisposeAsync();
        await Second.DisposeAsync();
        await _database!.DisposeAsync();
    }
}

public sealed class RelayTests(TwoReplicas both) : IClassFixture<TwoReplicas>
{
    readonly ProbeHost _host = both.First;

    [Fact]
    public async Task An_event_is_sent_once_per_change_and_acted_on_once_though_it_is_delivered_twice()
    {
        await _host.Officer.AddProbeAsync(A.Probe(worker: "LA-TWICE"));
        var happened = await _host.Db(db => db.Outbox.SingleAsync(e => e.SubjectId == "LA-TWICE"));
        await Until.True("told", async () => await _host.Told("LA-TWICE") == 2);
        await Until.True("received by each of two queues", () => Received(happened.EventId) == 2);    // counted after the handler's commit

        // As after a crash between the broker's confirm and our mark.
        await AsOwner($"UPDATE outbox SET published_at = NULL WHERE event_id = '{happened.EventId}'");
        await Until.True("delivered again", () => Received(happened.EventId) == 4);

        Assert.Equal(1, await _host.Told(nameof(OnWorkerEnrolled), "LA-TWICE"));
        Assert.Equal(1, await _host.Told(nameof(OnWorkerEvents), "LA-TWICE"));
    }

    [Fact]
    public async Task Two_relays_send_nothing_twice_and_wait_for_the_broker_s_confirms_together()
    {
        await _host.Happen("LA-MANY", 500);

        await Until.True("all told", async () => await _host.Told("LA-MANY-%") == 1000, 60);

        var ids = await _host.Db(db => db.Outbox.Where(e => e.SubjectId.StartsWith("LA-MANY-")).Select(e => e.EventId).ToListAsync());
        await Until.True("all received", () => ids.Sum(Received) >= 1000);    // counted after the handler's commit
        Assert.All(ids, id => Assert.Equal(2, Received(id)));
        Assert.Equal(500, await _host.Db(db => db.Tellings.Where(t => t.Subject.StartsWith("LA-MANY-")).Select(t => t.EventId).Distinct().CountAsync()));
        var marks = await _host.Db(db => db.Database.SqlQuery<int>($"""SELECT count(DISTINCT published_at)::int AS "Value" FROM outbox WHERE subject_id LIKE 'LA-MANY-%'""").SingleAsync());
        Assert.InRange(marks, 1, 5);
    }

    [Fact]
    public async Task What_this_build_does_not_know_or_cannot_read_waits_and_holds_up_nothing()
    {
        both.First.Announce("cannot be read");
        both.Second.Announce("cannot be read");
        foreach (var (name, body) in new[] { ("gms.registry.from-the-future:1", "{}"), ("gms.registry.worker-enrolled:1", "{"), ("gms.registry.worker-enrolled:1", "{}") })
            await AsOwner($"INSERT INTO outbox (event_id, name, subject_id, subject_version, occurred_at, body) VALUES (gen_random_uuid(), '{name}', 'LA-ODD', 1, now(), '{body}')");

        await _host.Happen("LA-BEHIND", 3);

        await Until.True("told", async () => await _host.Told("LA-BEHIND-%") == 6);
        Assert.Equal(3, await _host.Unsent());
        await AsOwner("DELETE FROM outbox WHERE subject_id = 'LA-ODD'");
    }

    [Fact]
    public async Task Something_disposed_of_under_it_ends_no_relay_that_was_not_told_to_stop()
    {
        var gone = NpgsqlDataSource.Create(_host.Database.AppConnection);
        await gone.DisposeAsync();
        var services = _host.Services;
        using var log = new CapturedLog();
        using var logs = LoggerFactory.Create(l => l.AddProvider(log));
        using var relay = new OutboxRelay(gone, services.GetRequiredService<MassTransit.IBus>(), services.GetRequiredService<Bindings>(), new(), _host.Service.Identity, logs.CreateLogger<OutboxRelay>());

        await relay.StartAsync(default);

        await Until.True("tried twice", () => log.Lines.Count(e => e.Contains(nameof(ObjectDisposedException), StringComparison.Ordinal)) >= 2, 10);
        await relay.StopAsync(default);
        Assert.True(relay.ExecuteTask!.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Of_many_at_once_only_the_poisoned_is_given_up_and_the_others_are_handled()
    {
        foreach (var host in new[] { both.First, both.Second })
        {
            host.Announce("R-FAULT");
            host.Script.OnToldMany = subject => { if (subject == "LA-CROWD-7") throw new InvalidOperationException("a poisoned message"); };
        }
        var errors = _host.ErrorQueues(both.Broker);

        await _host.Happen("LA-CROWD", 60);

        await Until.True("the others are handled", async () => await _host.Told(nameof(OnWorkerEvents), "LA-CROWD-%") == 59);
        await Until.True("the poisoned is in the error queue", async () => await errors.List(1, default) is [{ WorkQueue: "gms.probe.on-worker-events" }]);
        await Until.True("all are off the queue", async () => await Waiting("gms.probe.on-worker-events") == 0);
        var kept = Assert.Single(await errors.List(100, default));
        Assert.Equal(1, kept.Messages);
        Assert.Equal(("System.InvalidOperationException", await _host.Db(db => db.Outbox.Where(e => e.SubjectId == "LA-CROWD-7").Select(e => e.EventId).SingleAsync())), (kept.First[0].Failure, kept.First[0].EventId));

        both.First.Script.OnToldMany = both.Second.Script.OnToldMany = _ => { };
        Assert.Equal(new(1, 0), await errors.Redrive("gms.probe.on-worker-events", 100, default));
        await Until.True("handled", async () => await _host.Told(nameof(OnWorkerEvents), "LA-CROWD-%") == 60);
    }

    [Fact]
    public async Task What_heals_by_itself_is_tried_until_it_does_and_never_becomes_an_error()
    {
        var tries = 0;
        _host.Script.OnTold = both.Second.Script.OnTold = subject =>
        {
            if (subject == "LA-HEALS-0" && Interlocked.Increment(ref tries) <= 4)
                throw new TimeoutException("away for a while");
        };

        await _host.Happen("LA-HEALS", 1);

        await Until.True("told in the end", async () => await _host.Told("LA-HEALS-0") == 2, 40);
        Assert.Equal(5, tries);
    }

    [Fact]
    public async Task A_message_that_fails_for_good_is_kept_on_disk_and_can_be_driven_again()
    {
        foreach (var host in new[] { both.First, both.Second })
        {
            host.Announce("R-FAULT");
            host.Script.OnTold = subject => { if (subject.StartsWith("LA-POISON", StringComparison.Ordinal)) throw new InvalidOperationException("a poisoned message"); };
        }
        var errors = _host.ErrorQueues(both.Broker);
        Assert.Empty(await errors.List(1, default));

        await _host.Happen("LA-POISON", 2);
        await _host.Happen("LA-SOUND", 1);

        await Until.True("others go on", async () => await _host.Told(nameof(OnWorkerEnrolled), "LA-SOUND-0") == 1);
        await Until.True("in the error queue", async () => await errors.List(1, default) is [{ WorkQueue: "gms.probe.on-worker-enrolled", Messages: 2 }]);
        Assert.True(await IsQuorum("gms.probe.on-worker-enrolled"));
        Assert.True(await IsQuorum("gms.probe.on-worker-enrolled_error"));

        // Driven again while the cause stands, it comes back.
        Assert.Equal(new(2, 0), await errors.Redrive("gms.probe.on-worker-enrolled", 100, default));
        await Until.True("in the error queue again", async () => await errors.List(1, default) is [{ Messages: 2 }]);
        Assert.Equal(0, await _host.Told(nameof(OnWorkerEnrolled), "LA-POISON-%"));

        both.First.Script.OnTold = both.Second.Script.OnTold = _ => { };
        Assert.Equal(new(2, 0), await errors.Redrive("gms.probe.on-worker-enrolled", 100, default));

        await Until.True("handled", async () => await _host.Told(nameof(OnWorkerEnrolled), "LA-POISON-%") == 2);
        Assert.Empty(await errors.List(1, default));
    }

    int Received(Guid id) => both.ToFirst.Of(id) + both.ToSecond.Of(id);

    /// <summary>A queue declared again in the same way is the same; in another way it is refused.</summary>
    async Task<bool> IsQuorum(string queue)
    {
        await using var connection = await new ConnectionFactory { Uri = both.Broker }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        try
        {
            await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
            return true;
        }
        catch (RabbitMQ.Client.Exceptions.OperationInterruptedException)
        {
            return false;
        }
    }

    /// <summary>What is ready in a queue; what a consumer holds is not counted.</summary>
    async Task<uint> Waiting(string queue)
    {
        await using var connection = await new ConnectionFactory { Uri = both.Broker }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        return await channel.MessageCountAsync(queue);
    }

    async Task AsOwner(string sql)
    {
        await using var owner = NpgsqlDataSource.Create(_host.Database.OwnerConnection);
        await using var command = owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
