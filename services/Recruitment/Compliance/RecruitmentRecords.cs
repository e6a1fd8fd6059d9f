using Gms.Recruitment.Complaints;
using Gms.Recruitment.Contracts;
using Gms.Recruitment.Costs;
using Gms.Recruitment.Declarations;
using Gms.Recruitment.Reference;
using Microsoft.EntityFrameworkCore;

namespace Gms.Recruitment.Compliance;

/// <summary>Contracts with their parties, costs, declarations (those of a contract the newest first) and complaints: what verdicts weigh.</summary>
sealed record RecruitmentRecords(
    IReadOnlyDictionary<Guid, Contract> Contracts, ILookup<Guid, CostLine> Costs, ILookup<Guid, Declaration> Declarations, ILookup<Guid, Complaint> Complaints)
{
    static readonly RecruitmentRecords None = new(
        new Dictionary<Guid, Contract>(), Array.Empty<CostLine>().ToLookup(c => c.ContractId), Array.Empty<Declaration>().ToLookup(d => d.ContractId), Array.Empty<Complaint>().ToLookup(c => c.Id));

    /// <summary>Everything about these contracts that their verdicts weigh.</summary>
    public static async Task<RecruitmentRecords> Of(RecruitmentDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancel) => ids.Count == 0 ? None : new(
        await db.Contracts.AsNoTrackingWithIdentityResolution()
            .Include(c => c.Agency!.Licences).ThenInclude(l => l.Suspensions).Include(c => c.Employer!.Standings).Include(c => c.JobOrder).Include(c => c.Versions)
            .Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancel),
        (await db.Costs.AsNoTracking().Where(c => ids.Contains(c.ContractId)).OrderBy(c => c.Id).ToListAsync(cancel)).ToLookup(c => c.ContractId),
        (await db.Declarations.AsNoTracking().Where(d => ids.Contains(d.ContractId)).OrderByDescending(d => d.DeclaredOn).ThenByDescending(d => d.Id).ToListAsync(cancel)).ToLookup(d => d.ContractId),
        (await db.Complaints.AsNoTracking().Include(c => c.Remedies).Where(c => c.ContractId != null && ids.Contains(c.ContractId.Value)).OrderBy(c => c.Id).ToListAsync(cancel)).ToLookup(c => c.ContractId!.Value));

    public RecruitmentFacts FactsOf(Contract contract, DateOnly asOf, RecruitmentReference reference, DateOnly? on = null)
    {
        var lines = CostStatements.Current(Costs[contract.Id]);
        return new(contract, contract.Versions.MaxBy(v => v.Number)!, [.. lines.Where(l => !l.NothingPaid)], Declarations[contract.Id].FirstOrDefault(), asOf, reference)
        {
            On = on,
            Complaints = [.. Complaints[contract.Id]],
        };
    }
}
