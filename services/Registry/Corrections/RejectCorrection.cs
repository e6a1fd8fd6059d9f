using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Corrections;

partial class CorrectionsService
{
    public override async Task<Proto.RejectCorrectionResponse> RejectCorrection(Proto.RejectCorrectionRequest request, ServerCallContext context)
    {
        var reason = Read.Text(request.Reason, "reason", 500);
        var correction = await Find(request.CorrectionId, context.CancellationToken);

        if (correction.State is not CorrectionState.Proposed)
            throw Refuse.NotNow(Problems.CorrectionDecidedAlready());

        correction.Reject(call.Caller.Account, reason, clock.GetUtcNow());
        call.Disclose(correction.WorkerNumber, "correction");
        return await db.Commit(new Proto.RejectCorrectionResponse { CorrectionId = correction.Id.ToString(), State = ToProto(correction.State) }, context.CancellationToken);
    }
}
