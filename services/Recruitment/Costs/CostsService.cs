using Gms.Platform;
using Gms.Recruitment.Contracts;
using Gms.Recruitment.Reference;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Costs;

/// <summary>The calls of protos/gms/recruitment/v1/costs.proto, one file each in this folder.</summary>
public sealed partial class CostsService(RecruitmentDb db, Call call, RecruitmentReference reference, ImportRunner imports, TimeProvider clock) : Proto.Costs.CostsBase
{
    async Task<Contract> FindContract(Guid id, CancellationToken cancel)
    {
        var contract = await db.Contracts.AsNoTracking().Include(c => c.Versions).SingleOrDefaultAsync(c => c.Id == id, cancel) ?? throw Refuse.NotFound(Problems.ContractNotFound());
        call.MustReach(contract.Reach, Problems.ContractNotFound());
        return contract;
    }

    /// <summary>The lines of a contract that the caller is shown, in the order in which they were recorded: an agency not what the worker states.</summary>
    IQueryable<CostLine> Shown(Guid contract)
    {
        var lines = db.Costs.AsNoTracking().Where(c => c.ContractId == contract).OrderBy(c => c.Id);
        return call.Caller.Agency is null ? lines : lines.Where(c => c.StatedBy != StatedBy.Worker);
    }

    async Task<IReadOnlyList<CostLine>> Lines(Guid contract, CancellationToken cancel) => await db.Costs.AsNoTracking().Where(c => c.ContractId == contract).OrderBy(c => c.Id).ToListAsync(cancel);
}
