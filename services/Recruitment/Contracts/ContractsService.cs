using Gms.Platform;
using Gms.Recruitment.Complaints;
using Gms.Recruitment.Reference;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Contracts;

/// <summary>The calls of protos/gms/recruitment/v1/contracts.proto, one file each in this folder.</summary>
public sealed partial class ContractsService(RecruitmentDb db, Call call, RecruitmentReference reference, ComplaintDesk desk, ComplaintDeadlines deadlines, ContractReader reader, ContractIntake intake, ImportRunner imports, TimeProvider clock) : Proto.Contracts.ContractsBase
{
    async Task<Contract> Find(Guid id, CancellationToken cancel)
    {
        var contract = await db.Contracts.SingleOrDefaultAsync(c => c.Id == id, cancel) ?? throw Refuse.NotFound(Problems.ContractNotFound());
        call.MustReach(contract.Reach, Problems.ContractNotFound());
        return contract;
    }
}
