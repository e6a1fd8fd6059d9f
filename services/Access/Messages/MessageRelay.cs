using Gms.Access.Tokens;
using Gms.Platform;
using Gms.Type.V1;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Gms.Access.Messages;

/// <summary>
/// Sends the messages that wait. Who has the number, and where that person is reached, is asked of the Registry only now, so that whoever asked for the code
/// was answered alike and as fast for a number that nobody has. What cannot be sent is tried again until it is too old. Neither address nor text is logged.
/// </summary>
sealed class MessageRelay(NpgsqlDataSource database, IServiceScopeFactory scopes, OwnWork own, WorkerPost post, RealTime clock, ColumnCipher cipher, ILogger<MessageRelay> log)
    : TimedRounds(database, Lock, TimeSpan.FromMilliseconds(500), log)
{
    const long Lock = 0x474D535F4D455353;    // "GMS_MESS"
    const int Batch = 100, AtOnce = 8;

    protected override async Task Round(CancellationToken cancel)
    {
        List<Guid> waiting;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var (db, now) = (scope.ServiceProvider.GetRequiredService<AccessDb>(), clock.Now);
            waiting = await db.Messages.Where(m => m.DoneAt == null && m.NextAttemptAt <= now).OrderBy(m => m.NextAttemptAt).Take(Batch).Select(m => m.Id).ToListAsync(cancel);
        }
        await Parallel.ForEachAsync(waiting, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (id, c) => await Attempt(id, c));
    }

    async Task Attempt(Guid id, CancellationToken cancel)
    {
        await using var scope = own.Begin("sign-in-code-sent", Purpose.OwnRecord);
        var db = scope.ServiceProvider.GetRequiredService<AccessDb>();
        var message = await db.Messages.Include(m => m.Code).SingleAsync(m => m.Id == id, cancel);
        var (outcome, perhapsCame) = new Posted(message.Code!.UsedAt is null ? MessageOutcome.Expired : MessageOutcome.Sent);
        if (outcome != MessageOutcome.Sent && message.ExpiresAt > clock.Now)
        {
            message.Begin(clock.Now);
            await db.SaveChangesAsync(cancel);    // first: what went and could not be noted does not go again at once
            (outcome, perhapsCame) = await Send(db, message, scope.ServiceProvider.GetRequiredService<IPeers>(), cancel);
        }

        if (outcome is { } done)
            message.Done(done, clock.Now);
        else
            message.TryLater(clock.Now, perhapsCame);
        log.LogInformation("Message {MessageId}, attempt {Attempt}: {Outcome}", id, message.Attempts, outcome?.ToString() ?? "later");
        // Whatever ends this round, also another message's failure: how this one ended is noted.
        if (outcome == MessageOutcome.Sent)
            await db.Commit(CancellationToken.None);    // with its audit row
        else
            await db.SaveChangesAsync(CancellationToken.None);
    }

    async Task<Posted> Send(AccessDb db, Message message, IPeers peers, CancellationToken cancel)
    {
        if (await post.Find(message.Id, message.WorkerNumber, peers, cancel) is not { } worker)
            return new(null);
        if (!worker.Exists)
            return new(MessageOutcome.NoSuchWorker);
        if (Text(message) is not { } digits)
            return new(MessageOutcome.Refused);
        if (!post.Reaches(worker))
            return new(MessageOutcome.NoAddress);
        message.Code!.GivenAt ??= clock.Now;
        await db.SaveChangesAsync(cancel);    // first: it may come and nobody hear that it was taken
        var texts = WorkerPost.TextsFor(worker, message.Language);
        return await post.Send(worker, address => new(message.Id, address, texts["message.subject"], texts["message.code", digits], texts.Language.Code), cancel);
    }

    /// <summary>Null when the key that it is under is gone: it can never be sent.</summary>
    string? Text(Message message)
    {
        try
        {
            return cipher.Decrypt(message.TextEncrypted!, message.Id);
        }
        catch (Exception failure) when (failure is System.Security.Cryptography.CryptographicException or IOException)
        {
            log.LogError("Message {MessageId} cannot be read: {Failure}", message.Id, failure.GetType().Name);
            return null;
        }
    }
}
