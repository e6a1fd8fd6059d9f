using System.Collections.Concurrent;
using Gms.Platform.Tests.Probe;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gms.Platform.Tests.Messaging;

/// <summary>Counts what the broker delivered to a host and what the host's consumers made of it.</summary>
sealed class Deliveries : IReceiveObserver
{
    readonly ConcurrentDictionary<Guid, int> _received = new();

    public static Deliveries To(ProbeHost host)
    {
        var deliveries = new Deliveries();
        host.Services.GetRequiredService<IBus>().ConnectReceiveObserver(deliveries);
        return deliveries;
    }

    public int Of(Guid eventId) => _received.GetValueOrDefault(eventId);

    public int All => _received.Values.Sum();

    public Task PreReceive(ReceiveContext context) => Task.CompletedTask;

    public Task PostReceive(ReceiveContext context)
    {
        if (context.GetMessageId() is { } id)
            _received.AddOrUpdate(id, 1, (_, n) => n + 1);
        return Task.CompletedTask;
    }

    public Task PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType) where T : class => Task.CompletedTask;

    public Task ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception) where T : class => Task.CompletedTask;

    public Task ReceiveFault(ReceiveContext context, Exception exception) => Task.CompletedTask;
}

static class ProbeMessaging
{
    public static Task<int> Told(this ProbeHost host, string consumer, string subject) =>
        host.Db(db => db.Tellings.CountAsync(t => t.Consumer == consumer && EF.Functions.Like(t.Subject, subject)));

    /// <summary>How often both consumers noted it, together.</summary>
    public static Task<int> Told(this ProbeHost host, string subject) => host.Db(db => db.Tellings.CountAsync(t => EF.Functions.Like(t.Subject, subject)));

    public static Task<int> Unsent(this ProbeHost host) =>
        host.Db(db => db.Database.SqlQuery<int>($"""SELECT count(*)::int AS "Value" FROM outbox WHERE published_at IS NULL""").SingleAsync());

    /// <summary>Events as a commit leaves them, without a call for each.</summary>
    public static Task Happen(this ProbeHost host, string subject, int count) => host.Db(async db =>
    {
        for (var i = 0; i < count; i++)
            db.Publish(A.Happened($"{subject}-{i}"));
        await db.SaveChangesAsync();
        return 0;
    });

    public static Platform.ErrorQueues ErrorQueues(this ProbeHost host, Uri broker) => new(broker, [], [.. host.Service.Subscriptions.Queues(host.Service.Identity)]);
}
