using Gms.Platform;
using Gms.Recruitment.Complaints;
using Gms.Recruitment.Contracts;
using Gms.Recruitment.Costs;
using Gms.Recruitment.Declarations;
using Gms.Recruitment.Employers;
using Gms.Recruitment.JobOrders;
using Gms.Recruitment.Reference;
using Gms.Recruitment.Representatives;
using Gms.Recruitment.Statistics;
using Gms.Type.V1;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Gms.Recruitment.Compliance;

/// <summary>
/// Keeps what every recruitment comes to, and the sums of agencies and employers, in the transaction of each change: verdicts on parties and SDG 10.7.1
/// are read from it. Everything here can be made anew from the facts.
/// </summary>
static class Weighing
{
    /// <summary>The recruitments whose facts are about to be saved.</summary>
    public static ChangedFacts ChangedIn(ChangeTracker tracker)
    {
        var changed = new ChangedFacts();
        foreach (var entry in tracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified))
            switch (entry.Entity)
            {
                case Contract contract:
                    changed.Contracts.Add(contract.Id);
                    break;
                case ContractVersion version:
                    changed.Contracts.Add(version.ContractId);
                    break;
                case CostLine cost:
                    changed.Contracts.Add(cost.ContractId);
                    break;
                case Declaration declaration:
                    changed.Contracts.Add(declaration.ContractId);
                    break;
                case Complaint { ContractId: { } contract }:
                    changed.Contracts.Add(contract);
                    break;
                case RemedyDone remedy:
                    changed.Complaints.Add(remedy.ComplaintId);
                    break;
                case Representative { Kind: RepresentativeKind.SubAgent } representative:
                    changed.AgenciesOfSubAgents.Add(representative.AgencyId);
                    break;
                case Employer employer when entry.State is EntityState.Modified:
                    changed.Employers.Add(employer.Id);
                    break;
                case JobOrder order when entry.State is EntityState.Modified:
                    changed.JobOrders.Add(order.Id);
                    break;
            }
        return changed;
    }

    /// <returns>How many came out otherwise than before.</returns>
    public static async Task<int> Again(RecruitmentDb db, ChangedFacts changed, CancellationToken cancel)
    {
        var otherwise = 0;
        if (changed.Employers.Count > 0 || changed.JobOrders.Count > 0)
            changed.Contracts.UnionWith(await db.Contracts.AsNoTracking()
                .Where(c => changed.Employers.Contains(c.EmployerId) || (c.JobOrderId != null && changed.JobOrders.Contains(c.JobOrderId.Value))).Select(c => c.Id).ToListAsync(cancel));
        if (changed.Complaints.Count > 0)
            changed.Contracts.UnionWith(await db.Complaints.AsNoTracking().Where(c => c.ContractId != null && changed.Complaints.Contains(c.Id)).Select(c => c.ContractId!.Value).ToListAsync(cancel));
        if (changed.AgenciesOfSubAgents.Count > 0)
            changed.Contracts.UnionWith(await db.Contracts.AsNoTracking()
                .Where(c => c.AgencyId != null && changed.AgenciesOfSubAgents.Contains(c.AgencyId.Value) && db.Costs.Any(l => l.ContractId == c.Id && (l.Payee == Payee.Broker || l.Item == "SUBAGENT_FEE"))).Select(c => c.Id).ToListAsync(cancel));
        foreach (var piece in changed.Contracts.Order().Chunk(MostAtOnce))
            otherwise += await Piece(db, piece, cancel);
        return otherwise;
    }

    const int MostAtOnce = 500;

    static async Task<int> Piece(RecruitmentDb db, Guid[] named, CancellationToken cancel)
    {
        // A worker's first job is told by the others: all contracts of the same people are weighed together.
        var workers = await db.Contracts.AsNoTracking().Where(c => named.Contains(c.Id)).Select(c => c.WorkerNumber).Distinct().ToListAsync(cancel);
        var numbers = await db.NumbersOfEach(workers, cancel);
        var all = numbers.Values.SelectMany(n => n).Distinct().ToList();
        Guid[] ids = [.. (await db.Contracts.AsNoTracking().Where(c => all.Contains(c.WorkerNumber)).Select(c => c.Id).ToListAsync(cancel)).Order()];

        // Of two changes of one recruitment the second waits here and then sees the first, whatever either read before.
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended(id::text, 10)) FROM (SELECT id FROM unnest({ids}) AS id ORDER BY id) AS ordered", cancel);
        var records = await RecruitmentRecords.Of(db, ids, cancel);
        var before = await WeighedRow.Of(db, ids, cancel);
        var person = numbers.SelectMany(n => n.Value.Select(v => (Number: v, Person: n.Value.Min(StringComparer.Ordinal)!))).DistinctBy(n => n.Number).ToDictionary(n => n.Number, n => n.Person);
        var ofPerson = records.Contracts.Values.ToLookup(c => person[c.WorkerNumber]);

        var rows = new List<WeighedRow>();
        foreach (var contract in records.Contracts.Values.OrderBy(c => c.Id))
        {
            var facts = records.FactsOf(contract, contract.StartsOn, RecruitmentReference.Shared);
            var checks = Verdict.Of(facts);
            Raise(db, facts, checks);
            rows.Add(WeighedRow.Of(facts, checks, ofPerson[person[contract.WorkerNumber]].Where(o => o.Id != contract.Id)));
        }
        List<WeighedRow> otherwise = [.. rows.Where(r => !before.TryGetValue(r.ContractId, out var b) || b != r)];
        await WeighedRow.Write(db, otherwise, before, cancel);
        return otherwise.Count;
    }

    /// <summary>A sign of forced labour goes to the inspectors of both countries, once.</summary>
    static void Raise(RecruitmentDb db, RecruitmentFacts facts, IReadOnlyList<Check> checks)
    {
        foreach (var (indicator, because) in ForcedLabourSigns.Of(facts, checks))
            foreach (var country in new[] { facts.Contract.Country, facts.Contract.Destination }.Distinct())
                db.OpenWorkItem(new()
                {
                    Kind = "FORCED_LABOUR_INDICATOR",
                    Key = $"{facts.Contract.Id:N}:{indicator.Id}:{country}",
                    Country = country,
                    Subjects = [facts.Contract.WorkerNumber],
                    Facts = new Dictionary<string, string> { ["contract_id"] = facts.Contract.Id.ToString(), ["indicator"] = indicator.Id, ["because"] = string.Join(' ', because) },
                    Decisions = ["INSPECTED", "REFERRED", "UNFOUNDED"],
                    OpenedAt = TimeProvider.System.GetUtcNow(),
                });
    }
}

/// <summary>Whose facts changed.</summary>
sealed record ChangedFacts
{
    public HashSet<Guid> Contracts { get; } = [];

    public HashSet<Guid> Employers { get; } = [];

    public HashSet<Guid> JobOrders { get; } = [];

    public HashSet<Guid> Complaints { get; } = [];

    /// <summary>Whose payments to brokers are weighed by who its sub-agents are.</summary>
    public HashSet<Guid> AgenciesOfSubAgents { get; } = [];

    public bool IsEmpty => Complaints.Count == 0 && AgenciesOfSubAgents.Count == 0 && Contracts.Count == 0 && Employers.Count == 0 && JobOrders.Count == 0;
}
