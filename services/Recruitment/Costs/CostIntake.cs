using Gms.Imports.V1;
using Gms.Platform;
using Gms.Recruitment.Contracts;
using Gms.Recruitment.Reference;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Costs;

/// <summary>What becomes of a row of an import: the same reading and rules as a single cost line, a piece at a time.</summary>
sealed class CostIntake(RecruitmentDb db, Call call, RecruitmentReference reference, TimeProvider clock) : IRowIntake<Proto.RecordCostRequest, SentCost>
{
    public SentCost Read(Proto.RecordCostRequest row) => SentCost.Of(row, reference.CostItems);

    public async Task<IReadOnlyList<RowResult>> Save(IReadOnlyList<SentCost> rows, ImportPiece piece, CancellationToken cancel)
    {
        Guid[] ids = [.. rows.Select(r => r.ContractId).Distinct()];
        var contracts = await db.Contracts.AsNoTracking().Include(c => c.Versions).Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancel);
        var lines = (await db.Costs.AsNoTracking().Where(c => ids.Contains(c.ContractId)).OrderBy(c => c.Id).ToListAsync(cancel)).GroupBy(c => c.ContractId).ToDictionary(g => g.Key, g => g.ToList());
        var now = clock.GetUtcNow();

        var results = new List<RowResult>(rows.Count);
        var saved = new List<CostLine>();
        foreach (var row in rows)
            results.Add(Judge(row, contracts.GetValueOrDefault(row.ContractId), lines, saved, now));

        db.Costs.AddRange(saved);
        foreach (var cost in saved)
            db.Publish(CostEvents.Recorded(cost));
        return results;
    }

    RowResult Judge(SentCost row, Contract? contract, Dictionary<Guid, List<CostLine>> lines, List<CostLine> saved, DateTimeOffset now)
    {
        if (contract is null || !call.Reaches(contract.Reach))
            return RowResult.Refused(Problems.ContractNotFound());
        if (!lines.TryGetValue(contract.Id, out var known))
            lines[contract.Id] = known = [];
        if (known.FirstOrDefault(row.IsOnRecord) is { } same)
            return new(RowOutcome.Matched, same.Id.ToString()) { Disclosures = [new(contract.WorkerNumber, ["cost"])] };

        var cost = row.For(contract, now, byWorker: false);
        var problems = CostRules.ToRecord(cost, CostContexts.Of(contract, known), call.Caller, clock.TodayIn(contract.Origin)).ToList();
        if (problems.Count > 0)
            return RowResult.Refused(problems);
        known.Add(cost);
        saved.Add(cost);
        return new(RowOutcome.Accepted, cost.Id.ToString()) { Disclosures = [new(contract.WorkerNumber, ["cost"])] };
    }
}
