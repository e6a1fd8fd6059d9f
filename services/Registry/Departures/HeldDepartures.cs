using Gms.Platform;
using Gms.Type.V1;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Gms.Registry.Departures;

/// <summary>
/// Decides again what waits for a part that was down, and what a process that ended left undecided: in order of planned day, many together,
/// in one process at a time whatever the number of replicas (advisory lock). While a part is down, one departure of those that wait for it finds out.
/// </summary>
sealed class HeldDepartures(NpgsqlDataSource database, OwnWork work, Decisions decisions, TimeProvider clock, ILogger<HeldDepartures> log) : TimedRounds(database, Key, Every, log)
{
    const long Key = 0x474D535F48454C44;    // "GMS_HELD"
    const int Page = 100;

    static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    /// <summary>Longer than any call waits for its parts: a receipt older than this has nobody who decides it.</summary>
    static readonly TimeSpan Abandoned = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Goes once through all that wait. The first that waits for a part is asked alone: while that part does not answer, nothing else that waits for it
    /// is asked about in this round, of nobody.
    /// </summary>
    protected override async Task Round(CancellationToken cancel)
    {
        HashSet<string> down = [], up = [];
        (DateOnly PlannedOn, Guid Id) last = (DateOnly.MinValue, Guid.Empty);
        while (true)
        {
            var page = await Waiting(last, cancel);
            var together = new List<WaitingDeparture>(page.Count);
            foreach (var waiting in page)
            {
                last = (waiting.PlannedOn, waiting.Id);
                if (waiting.MissingParts.Exists(down.Contains))
                    continue;
                if (waiting.MissingParts.TrueForAll(up.Contains))
                {
                    together.Add(waiting);
                    continue;
                }
                down.UnionWith(await DecideAgain([.. together], cancel));    // those before it first: the order is that of the planned days
                together.Clear();
                if (waiting.MissingParts.Exists(down.Contains))
                    continue;
                var missing = await DecideAgain([waiting], cancel);
                down.UnionWith(missing);
                up.UnionWith(waiting.MissingParts.Except(missing));
            }
            down.UnionWith(await DecideAgain(together, cancel));
            if (page.Count < Page)
                return;
        }
    }

    async Task<List<WaitingDeparture>> Waiting((DateOnly PlannedOn, Guid Id) last, CancellationToken cancel)
    {
        await using var scope = work.Begin("held-departures-read", Purpose.DepartureClearance);
        var abandoned = clock.GetUtcNow() - Abandoned;
        return await scope.ServiceProvider.GetRequiredService<RegistryDb>().Departures.AsNoTracking()
            .Where(d => d.Status == DepartureStatus.Received || (d.Status == DepartureStatus.Held && d.MissingParts.Count > 0))
            .Where(d => d.Status == DepartureStatus.Held || EF.Property<DateTimeOffset>(d, "RecordedAt") < abandoned)
            .Where(d => d.PlannedOn > last.PlannedOn || (d.PlannedOn == last.PlannedOn && d.Id > last.Id))
            .OrderBy(d => d.PlannedOn).ThenBy(d => d.Id).Take(Page)
            .Select(d => new WaitingDeparture(d.Id, d.PlannedOn, d.MissingParts))
            .ToListAsync(cancel);
    }

    /// <returns>The parts that still do not answer.</returns>
    async Task<IReadOnlyCollection<string>> DecideAgain(IReadOnlyList<WaitingDeparture> waiting, CancellationToken cancel)
    {
        if (waiting.Count == 0)
            return [];
        List<ToDecide> again = [];
        await using (var scope = work.Begin("held-departures-read", Purpose.DepartureClearance))
        {
            var db = scope.ServiceProvider.GetRequiredService<RegistryDb>();
            Guid[] ids = [.. waiting.Select(w => w.Id)];
            var departures = await db.Departures.AsNoTracking()
                .Where(d => ids.Contains(d.Id) && (d.Status == DepartureStatus.Received || (d.Status == DepartureStatus.Held && d.MissingParts.Count > 0)))    // an officer may have been faster
                .OrderBy(d => d.PlannedOn).ThenBy(d => d.Id).ToListAsync(cancel);
            var workers = await db.OnRecord([.. departures.Select(d => d.WorkerNumber)], cancel);
            again.AddRange(departures.Select(d => new ToDecide(new(d, work.PartOf("departure-decided-again", Purpose.DepartureClearance, d.Account, d.Organisation)), workers[d.WorkerNumber])));
        }
        if (again.Count > 0)
            await decisions.Decide(again);
        return [.. again.Where(d => d.Departure.Status == DepartureStatus.Held).SelectMany(d => d.Departure.MissingParts).Distinct()];
    }

    sealed record WaitingDeparture(Guid Id, DateOnly PlannedOn, List<string> MissingParts);
}
