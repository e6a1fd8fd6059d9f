using Gms.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Gms.Platform;

/// <summary>
/// Hands events to their handlers, each once: the inbox row and what the handler does commit together. Tests deliver events through it without a broker.
/// </summary>
public sealed class Inbox<TDb>(IServiceScopeFactory scopes, ServiceIdentity service, InboxSettings settings) where TDb : ServiceDb
{
    public Task Deliver<TEvent, THandler>(TEvent happened, DateTimeOffset? testClock, CancellationToken cancel)
        where TEvent : class, IEvent
        where THandler : class, IHandle<TEvent> =>
        Deliver<THandler>(typeof(THandler).Name, [happened.EventId], testClock, (handler, _) => handler.Handle(happened, cancel), cancel);

    public Task DeliverMany<TEvent, THandler>(IReadOnlyList<Received<TEvent>> happened, CancellationToken cancel)
        where TEvent : class, IEvent
        where THandler : class, IHandleMany<TEvent> =>
        Deliver<THandler>(typeof(THandler).Name, [.. happened.Select(e => e.Event.EventId)], null,
            (handler, fresh) => handler.Handle([.. happened.Where(e => fresh.Remove(e.Event.EventId))], cancel), cancel);

    async Task Deliver<THandler>(string consumer, Guid[] ids, DateTimeOffset? testClock, Func<THandler, HashSet<Guid>, Task> handle, CancellationToken cancel)
        where THandler : class
    {
        await using var scope = scopes.CreateAsyncScope();
        var call = scope.ServiceProvider.GetRequiredService<Call>();
        call.BeginForSystem(consumer, service.Client, System.Diagnostics.Activity.Current?.TraceId.ToHexString() ?? ids[0].ToString("N"));
        CallClock.MoveTo(testClock);

        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var fresh = settings.Off ? [.. ids] : await Record(transaction, consumer, ids, cancel);
        if (fresh.Count == 0)
            return;

        await handle(scope.ServiceProvider.GetRequiredService<THandler>(), fresh);
        await transaction.CommitAsync(cancel);
        scope.ServiceProvider.GetRequiredService<ServiceSignals>().EventsWritten();
    }

    static async Task<HashSet<Guid>> Record(IDbContextTransaction transaction, string consumer, Guid[] ids, CancellationToken cancel)
    {
        var sql = (NpgsqlTransaction)transaction.GetDbTransaction();
        await using var command = new NpgsqlCommand("INSERT INTO inbox (consumer, event_id) SELECT $1, unnest($2) ON CONFLICT DO NOTHING RETURNING event_id", sql.Connection, sql)
        {
            Parameters = { new() { Value = consumer }, new() { Value = ids } },
        };
        await using var row = await command.ExecuteReaderAsync(cancel);
        var fresh = new HashSet<Guid>();
        while (await row.ReadAsync(cancel))
            fresh.Add(row.GetGuid(0));
        return fresh;
    }
}

/// <summary>Off only in the test that shows what the inbox is for; refused outside Development.</summary>
public sealed record InboxSettings(bool Off);
