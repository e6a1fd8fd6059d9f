using Gms.Platform;
using Gms.Recruitment.Contracts;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Declarations;

/// <summary>The calls of protos/gms/recruitment/v1/declarations.proto, one file each in this folder.</summary>
public sealed partial class DeclarationsService(RecruitmentDb db, Call call, TimeProvider clock) : Proto.Declarations.DeclarationsBase
{
    async Task<Contract> FindContract(Guid id, CancellationToken cancel)
    {
        var contract = await db.Contracts.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel) ?? throw Refuse.NotFound(Problems.ContractNotFound());
        call.MustReach(contract.Reach, Problems.ContractNotFound());
        return contract;
    }
}
