using Gms.Access.Messages;
using Gms.Access.OpenId;
using Gms.Access.Tokens;
using Gms.Platform;
using Gms.Type.V1;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Gms.Access.Reminders;

/// <summary>
/// Sends the reminders that wait, outside quiet hours. Every one of them says the same: that there is something in the record, and where to sign in to read it.
/// </summary>
sealed class ReminderRelay(NpgsqlDataSource database, IServiceScopeFactory scopes, OwnWork own, WorkerPost post, QuietHours quiet, OpenIdSettings settings, RealTime clock, ILogger<ReminderRelay> log)
    : TimedRounds(database, Lock, TimeSpan.FromSeconds(1), log)
{
    const long Lock = 0x474D535F52454D4E;    // "GMS_REMN"
    const int Batch = 100, AtOnce = 8;

    /// <summary>Where a worker signs in; null where Access knows no portal.</summary>
    string? SignInAddress => settings.PortalOrigins.FirstOrDefault() is { } portal ? portal + "/sign-in/worker" : null;

    protected override async Task Round(CancellationToken cancel)
    {
        List<Guid> waiting;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var (db, now) = (scope.ServiceProvider.GetRequiredService<AccessDb>(), clock.Now);
            waiting = await db.Reminders.Where(r => r.DoneAt == null && r.NextAttemptAt <= now).OrderBy(r => r.NextAttemptAt).Take(Batch).Select(r => r.Id).ToListAsync(cancel);
        }
        await Parallel.ForEachAsync(waiting, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (id, c) => await Attempt(id, c));
    }

    async Task Attempt(Guid id, CancellationToken cancel)
    {
        await using var scope = own.Begin("reminder-sent", Purpose.OwnRecord);
        var db = scope.ServiceProvider.GetRequiredService<AccessDb>();
        var (reminder, now) = (await db.Reminders.SingleAsync(r => r.Id == id, cancel), clock.Now);
        MessageOutcome? outcome = null;
        if (reminder.ExpiresAt <= now)
            outcome = MessageOutcome.Expired;
        else if (quiet.EndAt(reminder.Country, now) is { } morning)
            reminder.NextAttemptAt = morning;
        else
        {
            reminder.TryLater(now);
            await db.SaveChangesAsync(cancel);    // first: what went and could not be noted goes again late, not at once
            outcome = await Send(reminder, scope.ServiceProvider.GetRequiredService<IPeers>(), cancel);
        }

        if (outcome is { } done)
            reminder.Done(done, now);
        log.LogInformation("Reminder {ReminderId}, attempt {Attempt}: {Outcome}", id, reminder.Attempts, outcome?.ToString() ?? "later");
        if (outcome == MessageOutcome.Sent)
            await db.Commit(cancel);    // with its audit row
        else
            await db.SaveChangesAsync(cancel);
    }

    /// <summary>What became of it; null when it may still go.</summary>
    async Task<MessageOutcome?> Send(Reminder reminder, IPeers peers, CancellationToken cancel)
    {
        if (SignInAddress is not { } signIn)
            return MessageOutcome.NoPortal;
        if (await post.Find(reminder.Id, reminder.WorkerNumber, peers, cancel) is not { } worker)
            return null;
        if (!worker.Exists)
            return MessageOutcome.NoSuchWorker;
        var texts = WorkerPost.TextsFor(worker);
        return await post.Send(worker, address => new(reminder.Id, address, texts["message.reminder.subject"], texts["message.reminder", signIn], texts.Language.Code), cancel);
    }
}
