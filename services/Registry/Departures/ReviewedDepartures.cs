using Gms.Platform;
using Gms.Type.V1;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Gms.Registry.Departures;

/// <summary>Decides again what was asked for, the oldest first, in one process at a time whatever the number of replicas (advisory lock), each in the name of who applied.</summary>
sealed class ReviewedDepartures(NpgsqlDataSource database, OwnWork work, ILogger<ReviewedDepartures> log) : TimedRounds(database, Key, Every, log)
{
    const long Key = 0x474D535F52455657;    // "GMS_REVW"
    const int Page = 100;

    static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    /// <summary>Those that were weighed and wait for a part that did not answer; each by when it was asked for, since another cause may refuse it at once.</summary>
    readonly Queue<Asked> _waiting = [];

    /// <summary>
    /// Each is weighed once whatever is down: it may be refused without that part. Of those that wait then, one is tried again in a round, each in its turn, and the
    /// others only once that one could be decided: nobody is asked about over and over while a part is away.
    /// </summary>
    protected override async Task Round(CancellationToken cancel)
    {
        var (left, known) = (new HashSet<Asked>(), _waiting.ToHashSet());
        Asked? last = null;
        while (await Waiting(last, cancel) is { Count: > 0 } page)
            foreach (var asked in page)
            {
                last = asked;
                left.Add(asked);
                if (!known.Contains(asked) && !await DecideAgain(asked, cancel))
                    _waiting.Enqueue(asked);
            }
        for (var tries = known.Count; tries > 0; tries--)
        {
            var asked = _waiting.Dequeue();
            if (!left.Contains(asked) || await DecideAgain(asked, cancel))
                continue;    // decided, or asked for anew
            _waiting.Enqueue(asked);
            return;
        }
    }

    async Task<List<Asked>> Waiting(Asked? last, CancellationToken cancel)
    {
        await using var scope = work.Begin("departure-reviews-read", Purpose.DepartureClearance);
        var db = scope.ServiceProvider.GetRequiredService<RegistryDb>();
        var (at, id) = (last?.AskedAt ?? DateTimeOffset.MinValue, last?.DepartureId ?? Guid.Empty);
        return await db.Reviews.AsNoTracking().Where(r => r.AskedAt > at || (r.AskedAt == at && r.DepartureId > id))
            .Join(Decided(db), r => r.DepartureId, d => d.Id, (r, d) => new { r.DepartureId, r.AskedAt, d.Account, d.Organisation })
            .OrderBy(r => r.AskedAt).ThenBy(r => r.DepartureId).Take(Page)
            .Select(r => new Asked(r.DepartureId, r.AskedAt, r.Account, r.Organisation)).ToListAsync(cancel);
    }

    /// <summary>
    /// The review of one that is being decided, or waits for its officer, waits with it: cleared meanwhile, it is looked at at once. Only what a review took back
    /// and held itself it also gives back.
    /// </summary>
    static IQueryable<Departure> Decided(RegistryDb db) => db.Departures.Where(d => d.Status == DepartureStatus.Cleared || d.Status == DepartureStatus.Refused
        || (d.Status == DepartureStatus.Held && db.Passes.Any(p => p.DepartureId == d.Id)
            && !db.DepartureDecisions.Any(last => last.DepartureId == d.Id && last.Version == d.Version && last.Officer != null)));

    /// <returns>False while it waits for a part that does not answer.</returns>
    async Task<bool> DecideAgain(Asked asked, CancellationToken cancel)
    {
        await using var scope = work.Begin("departure-reviewed", Purpose.DepartureClearance, asked.Account, asked.Organisation);
        var peers = scope.ServiceProvider.GetRequiredService<IPeers>();
        try
        {
            return await scope.ServiceProvider.GetRequiredService<Reviewing>().Review(
                asked.DepartureId, peer => peers.To(peer, Purpose.DepartureClearance), cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return true;    // decided, revoked or asked again meanwhile: the next round sees what is left
        }
    }

    sealed record Asked(Guid DepartureId, DateTimeOffset AskedAt, string Account, string Organisation);
}
