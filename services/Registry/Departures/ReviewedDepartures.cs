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

    /// <summary>Goes once through all that wait. One that waits for a part that is down is left for the next round and holds up no other, which may be refused without that part.</summary>
    protected override async Task Round(CancellationToken cancel)
    {
        Asked? last = null;
        while (await Waiting(last, cancel) is { Count: > 0 } page)
            foreach (var asked in page)
            {
                await DecideAgain(asked, cancel);
                last = asked;
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

    async Task DecideAgain(Asked asked, CancellationToken cancel)
    {
        await using var scope = work.Begin("departure-reviewed", Purpose.DepartureClearance, asked.Account, asked.Organisation);
        var peers = scope.ServiceProvider.GetRequiredService<IPeers>();
        try
        {
            await scope.ServiceProvider.GetRequiredService<Reviewing>().Review(
                asked.DepartureId, peer => peers.To(peer, Purpose.DepartureClearance), cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Decided, revoked or asked again meanwhile: the next round sees what is left.
        }
    }

    sealed record Asked(Guid DepartureId, DateTimeOffset AskedAt, string Account, string Organisation);
}
