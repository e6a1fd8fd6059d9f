using Gms.Platform;
using Gms.Reintegration.Cases;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.FollowUps;

partial class FollowUpsService
{
    public override async Task<Proto.ListFollowUpsResponse> ListFollowUps(Proto.ListFollowUpsRequest request, ServerCallContext context)
    {
        var held = await db.CaseFor(call, Read.Id(request.CaseId, "case_id"), context.CancellationToken);
        var all = await db.FollowUps.AsNoTracking().Where(f => f.CaseId == held.Id).OrderBy(f => f.Month).ToListAsync(context.CancellationToken);

        call.Disclose(held.WorkerNumber, "follow_ups");
        return new() { FollowUps = { all.Select(ToProto) } };
    }

    static Proto.FollowUp ToProto(FollowUp asked) => new()
    {
        FollowUpId = asked.Id.ToString(),
        Month = asked.Month,
        AskedOn = asked.AskedOn.ToProto(),
        AssessmentId = asked.AssessmentId.ToString(),
        Economic = asked.Economic,
        Social = asked.Social,
        Psychosocial = asked.Psychosocial,
        Total = asked.Total,
        Intention = Enum.Parse<Proto.Intention>(asked.Intention.ToString()),
    };
}
