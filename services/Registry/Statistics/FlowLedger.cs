using Gms.Registry.Crossings;
using Gms.Registry.Departures;
using Gms.Registry.Returns;
using Microsoft.EntityFrameworkCore;

namespace Gms.Registry.Statistics;

/// <summary>
/// Writes the ledger of movements and its sums, in the transaction of what they count. Stocks follow from a person's crossings and returns in the order of time: a
/// crossing told late may change what the next one counts for, which is then taken back and counted anew.
/// </summary>
sealed class FlowLedger(RegistryDb db, SmallCells cells, BorderPractice practice)
{
    public async Task Record(IReadOnlyList<(Traveller Person, Crossing New)> added, DateTimeOffset since, CancellationToken cancel)
    {
        if (added.Count == 0)
            return;
        var jobs = await Jobs(added.Select(a => Of(a.Person, a.New.DepartureId)), cancel);
        var movements = new List<Movement>();
        var arrived = new Dictionary<Guid, FlowCell>();
        foreach (var (person, crossing) in added)
        {
            var departure = Of(person, crossing.DepartureId);
            var (measure, cell) = FlowRules.Of(crossing, person.Facts, departure, JobOf(departure, jobs), cells);
            movements.Add(Movement.Of(crossing.Id, measure, cell));
            if (measure != FlowMeasure.Arrivals)
                continue;
            arrived[crossing.Id] = cell;
            movements.Add(Movement.Of(crossing.Id, FlowMeasure.StockIn, cell));
        }
        await Stocks([.. added.Select(a => a.Person).Distinct()], arrived, since, movements, cancel);
        await FlowCounts.Add(db, movements, cancel);
    }

    public async Task Record(IReadOnlyList<(Traveller Person, WorkerReturn New)> added, DateTimeOffset since, CancellationToken cancel)
    {
        if (added.Count == 0)
            return;
        var jobs = await Jobs(added.Select(a => Of(a.Person, a.New.DepartureId)), cancel);
        List<Movement> movements = [.. added.Select(a =>
        {
            var departure = Of(a.Person, a.New.DepartureId);
            return Movement.Of(a.New.Id, FlowMeasure.Returns, FlowRules.Of(a.New, a.Person.Facts, departure, JobOf(departure, jobs), cells));
        })];
        await Stocks([.. added.Select(a => a.Person).Distinct()], [], since, movements, cancel);
        await FlowCounts.Add(db, movements, cancel);
    }

    /// <summary>Counts anew who is where, after two numbers became one person or were parted: one person is in one country at a time.</summary>
    public async Task Restate(IReadOnlyCollection<string> numbers, CancellationToken cancel)
    {
        var people = await Travellers.Find(db, numbers, DateTimeOffset.UnixEpoch, cancel);
        var movements = new List<Movement>();
        await Stocks([.. people.Values.DistinctBy(p => p.Survivor)], [], DateTimeOffset.UnixEpoch, movements, cancel);
        await FlowCounts.Add(db, movements, cancel);
    }

    /// <summary>What should stand against what stands, for the crossings and returns from the first that can have changed on.</summary>
    async Task Stocks(IReadOnlyList<Traveller> people, Dictionary<Guid, FlowCell> arrived, DateTimeOffset since, List<Movement> movements, CancellationToken cancel)
    {
        Guid[] ids = [.. people.SelectMany(p => p.Passages.Select(k => k.Id))];
        var stored = await db.Set<Movement>().AsNoTracking()
            .Where(m => ids.Contains(m.RecordId) && (m.Measure == FlowMeasure.StockIn || m.Measure == FlowMeasure.StockOut)).ToListAsync(cancel);
        foreach (var entered in stored.Where(m => m.Measure == FlowMeasure.StockIn))
            arrived[entered.RecordId] = entered.Cell;
        var standing = stored.Where(m => m.Measure == FlowMeasure.StockOut).GroupBy(m => (m.RecordId, m.Cell)).Where(g => g.Sum(m => m.N) > 0).Select(g => g.Key).ToHashSet();

        foreach (var person in people)
        {
            List<Passage> passages = [.. person.Passages];
            var looked = passages.Where(p => p.At >= since).Select(p => p.Id).ToHashSet();
            var wanted = FlowRules.Ceased(passages, arrived, practice.ClockSkew).Where(c => looked.Contains(c.Passage.Id)).Select(c => (c.Passage.Id, c.Cell)).ToHashSet();
            movements.AddRange(standing.Where(s => looked.Contains(s.RecordId) && !wanted.Contains(s)).Select(s => Movement.Of(s.RecordId, FlowMeasure.StockOut, s.Cell, -1)));
            movements.AddRange(wanted.Where(w => !standing.Contains(w)).Select(w => Movement.Of(w.Id, FlowMeasure.StockOut, w.Cell)));
        }
    }

    static Departure? Of(Traveller person, Guid? id) => person.Departures.FirstOrDefault(d => d.Id == id);

    static ContractJob? JobOf(Departure? departure, Dictionary<Guid, ContractJob> jobs) => departure?.ContractId is { } id ? jobs.GetValueOrDefault(id) : null;

    async Task<Dictionary<Guid, ContractJob>> Jobs(IEnumerable<Departure?> departures, CancellationToken cancel)
    {
        Guid[] ids = [.. departures.Select(d => d?.ContractId).OfType<Guid>().Distinct()];
        return ids.Length == 0 ? [] : await db.Set<ContractJob>().AsNoTracking().Where(j => ids.Contains(j.ContractId)).ToDictionaryAsync(j => j.ContractId, cancel);
    }
}
