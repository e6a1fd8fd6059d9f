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
        List<(Guid Id, string Worker)> waiting;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var (db, now) = (scope.ServiceProvider.GetRequiredService<AccessDb>(), clock.Now);
            var due = await db.Reminders.Where(r => r.DoneAt == null && r.NextAttemptAt <= now).OrderBy(r => r.NextAttemptAt).Take(Batch).Select(r => new { r.Id, r.WorkerNumber }).ToListAsync(cancel);
            waiting = [.. due.Select(r => (r.Id, r.WorkerNumber))];
        }
        await Parallel.ForEachAsync(waiting.GroupBy(r => r.Worker, r => r.Id), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (ofOne, c) => await AttemptUntilSent([.. ofOne], c));
    }

    /// <summary>All of them say the same: one that went stands for the others of its worker.</summary>
    async Task AttemptUntilSent(Guid[] ofOneWorker, CancellationToken cancel)
    {
        for (var i = 0; i < ofOneWorker.Length; i++)
            if (await Attempt(ofOneWorker[i], ofOneWorker[(i + 1)..], cancel))
                return;
    }

    /// <returns>Whether it went, or perhaps.</returns>
    async Task<bool> Attempt(Guid id, Guid[] others, CancellationToken cancel)
    {
        await using var scope = own.Begin("reminder-sent", Purpose.OwnRecord);
        var db = scope.ServiceProvider.GetRequiredService<AccessDb>();
        var (reminder, now) = (await db.Reminders.SingleAsync(r => r.Id == id, cancel), clock.Now);
        var (outcome, perhapsCame) = new Posted(null);
        if (reminder.ExpiresAt <= now)
            outcome = MessageOutcome.Expired;
        else if (quiet.HoldsUntil(reminder.Country, now, reminder.ExpiresAt) is { } morning)
            reminder.NextAttemptAt = morning;
        else
        {
            reminder.Begin(now);
            await db.SaveChangesAsync(cancel);    // first: what went and could not be noted does not go again at once
            (outcome, perhapsCame) = await Send(reminder, scope.ServiceProvider.GetRequiredService<IPeers>(), cancel);
            if (outcome is null)
                reminder.TryLater(clock.Now, perhapsCame);
        }

        if (outcome is { } done)
            reminder.Done(done, now);
        log.LogInformation("Reminder {ReminderId}, attempt {Attempt}: {Outcome}", id, reminder.Attempts, outcome?.ToString() ?? "later");
        // Whatever ends this round, also another reminder's failure: how this one ended is noted.
        if (outcome != MessageOutcome.Sent)
        {
            if (perhapsCame)    // the others would say the same once more
                foreach (var other in await db.Reminders.Where(r => others.Contains(r.Id)).ToListAsync(CancellationToken.None))
                    other.TryLater(clock.Now, perhapsCame);
            await db.SaveChangesAsync(CancellationToken.None);
            return perhapsCame;
        }
        foreach (var other in await db.Reminders.Where(r => others.Contains(r.Id)).ToListAsync(CancellationToken.None))
            other.Done(MessageOutcome.Sent, now);
        await db.Commit(CancellationToken.None);    // with its audit row
        return true;
    }

    async Task<Posted> Send(Reminder reminder, IPeers peers, CancellationToken cancel)
    {
        if (SignInAddress is not { } signIn)
            return new(MessageOutcome.NoPortal);
        if (await post.Find(reminder.Id, reminder.WorkerNumber, peers, cancel) is not { } worker)
            return new(null);
        if (!worker.Exists)
            return new(MessageOutcome.NoSuchWorker);
        var texts = WorkerPost.TextsFor(worker);
        return await post.Send(worker, address => new(reminder.Id, address, texts["message.reminder.subject"], texts["message.reminder", signIn], texts.Language.Code), cancel);
    }
}
