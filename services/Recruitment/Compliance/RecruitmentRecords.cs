using Gms.Recruitment.Complaints;
using Gms.Recruitment.Contracts;
using Gms.Recruitment.Costs;
using Gms.Recruitment.Declarations;
using Gms.Recruitment.Reference;
using Gms.Recruitment.Representatives;
using Microsoft.EntityFrameworkCore;

namespace Gms.Recruitment.Compliance;

/// <summary>Contracts with their parties, costs, declarations (those of a contract the newest first) and complaints: what verdicts weigh.</summary>
sealed record RecruitmentRecords(
    IReadOnlyDictionary<Guid, Contract> Contracts, ILookup<Guid, CostLine> Costs, ILookup<Guid, Declaration> Declarations, ILookup<Guid, Complaint> Complaints)
{
    /// <summary>Of each agency who acts for it: branches and sub-agents.</summary>
    public IReadOnlyDictionary<Guid, List<Representative>> Representatives { get; init; } = new Dictionary<Guid, List<Representative>>();

    static readonly RecruitmentRecords None = new(
        new Dictionary<Guid, Contract>(), Array.Empty<CostLine>().ToLookup(c => c.ContractId), Array.Empty<Declaration>().ToLookup(d => d.ContractId), Array.Empty<Complaint>().ToLookup(c => c.Id));

    /// <summary>Everything about these contracts that their verdicts weigh.</summary>
    public static async Task<RecruitmentRecords> Of(RecruitmentDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        if (ids.Count == 0)
            return None;
        var records = await Read(db, ids, cancel);
        var agencies = records.Contracts.Values.Select(c => c.AgencyId).OfType<Guid>().Distinct().ToList();
        return agencies.Count == 0 ? records : records with
        {
            Representatives = (await db.Representatives.AsNoTracking().Where(r => agencies.Contains(r.AgencyId) && (r.Kind == RepresentativeKind.Branch || r.Kind == RepresentativeKind.SubAgent)).ToListAsync(cancel))
                .GroupBy(r => r.AgencyId).ToDictionary(g => g.Key, g => g.ToList()),
        };
    }

    static async Task<RecruitmentRecords> Read(RecruitmentDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancel) => new(
        await db.Contracts.AsNoTrackingWithIdentityResolution()
            .Include(c => c.Agency!.Licences).ThenInclude(l => l.Suspensions).Include(c => c.Employer!.Standings).Include(c => c.JobOrder).Include(c => c.Versions).ThenInclude(v => v.Signatures)
            .Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancel),
        (await db.Costs.AsNoTracking().Where(c => ids.Contains(c.ContractId)).OrderBy(c => c.Id).ToListAsync(cancel)).ToLookup(c => c.ContractId),
        (await db.Declarations.AsNoTracking().Where(d => ids.Contains(d.ContractId)).OrderByDescending(d => d.DeclaredOn).ThenByDescending(d => d.Id).ToListAsync(cancel)).ToLookup(d => d.ContractId),
        (await db.Complaints.AsNoTracking().Include(c => c.Remedies).Where(c => c.ContractId != null && ids.Contains(c.ContractId.Value)).OrderBy(c => c.Id).ToListAsync(cancel)).ToLookup(c => c.ContractId!.Value));

    public RecruitmentFacts FactsOf(Contract contract, DateOnly asOf, RecruitmentReference reference, DateOnly? on = null)
    {
        return new(contract, contract.VersionOn(asOf), CostStatements.Current(Costs[contract.Id]), [.. Declarations[contract.Id]], asOf, reference)
        {
            On = on,
            Complaints = [.. Complaints[contract.Id]],
            Representatives = contract.AgencyId is { } agency && Representatives.TryGetValue(agency, out var acting) ? acting : [],
        };
    }
}
