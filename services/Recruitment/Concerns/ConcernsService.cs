using Gms.Platform;
using Gms.Recruitment.Complaints;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Concerns;

/// <summary>The calls of protos/gms/recruitment/v1/concerns.proto, one file each in this folder.</summary>
public sealed partial class ConcernsService(RecruitmentDb db, Call call, ComplaintDeadlines deadlines, ColumnCipher cipher, TimeProvider clock) : Proto.Concerns.ConcernsBase
{
    async Task<Concern> Find(string id, CancellationToken cancel)
    {
        var wanted = Read.Id(id, "concern_id");
        var concern = await db.Concerns.SingleOrDefaultAsync(c => c.Id == wanted, cancel) ?? throw Refuse.NotFound(ConcernProblems.NotFound("concern_id"));
        call.MustReach(concern.Reach, ConcernProblems.NotFound("concern_id"));
        return concern;
    }
}
