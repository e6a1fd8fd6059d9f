using Gms.ErrorQueues.V1;
using Gms.Platform.Tests.Messaging;
using Gms.Platform.Tests.Probe;
using Gms.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gms.Platform.Tests.ErrorQueues;

/// <summary>A service with a handler that can be broken and mended, on a broker of its own.</summary>
public sealed class BrokenHandler(TestBroker broker) : IAsyncLifetime
{
    public const string Queue = "gms.probe.on-worker-enrolled";

    public static readonly Who Administrator = Who.Is(Role.Administrator, null);

    public ProbeHost Host { get; private set; } = null!;

    public Uri Broker { get; private set; } = null!;

    public Gms.ErrorQueues.V1.ErrorQueues.ErrorQueuesClient As(Who who) => new(Host.As(who));

    public async ValueTask InitializeAsync()
    {
        Broker = await broker.VirtualHost("errors");
        Host = new(Broker);
        await Host.InitializeAsync();
        Host.Announce("R-FAULT");
    }

    /// <summary>From now on the handler fails on subjects that begin so; null mends it.</summary>
    public void Break(string? subjects) => Host.Script.OnTold = subject =>
    {
        if (subjects is not null && subject.StartsWith(subjects, StringComparison.Ordinal))
            throw new InvalidOperationException($"no good: {subject}");
    };

    /// <summary>So many events that the handler gave up on, and their ids.</summary>
    public async Task<IReadOnlyList<string>> GivenUp(string subject, int count)
    {
        var before = await Messages();
        Break(subject);
        await Host.Happen(subject, count);
        await Until.True("in the error queue", async () => await Messages() == before + count);
        return [.. (await Host.Db(db => db.Outbox.Where(e => e.SubjectId.StartsWith(subject)).Select(e => e.EventId).ToListAsync())).Select(id => id.ToString())];
    }

    public async Task<Gms.ErrorQueues.V1.ErrorQueue?> Found(int pageSize = 100) =>
        (await As(Administrator).ListErrorsAsync(new() { PageSize = pageSize })).Queues.SingleOrDefault(q => q.Queue == Queue);

    public async Task<long> Messages() => (await Found(1))?.Messages ?? 0;

    public Task<int> Handled(string subject) => Host.Told(nameof(OnWorkerEnrolled), subject + "-%");

    /// <summary>Leaves nothing behind for the next test.</summary>
    public async Task Empty()
    {
        Break(null);
        await Until.True("empty", async () =>
        {
            if (await Messages() == 0)
                return true;
            await As(Administrator).RedriveAsync(Again());    // what was just looked at is back a moment later and is not moved by this
            return false;
        });
    }

    public static RedriveRequest Again(string eventId = "") => new() { RequestId = Guid.NewGuid().ToString(), Queue = Queue, EventId = eventId };

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
