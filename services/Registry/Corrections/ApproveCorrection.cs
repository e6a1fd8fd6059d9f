using Gms.Platform;
using Gms.Registry.Workers;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Corrections;

partial class CorrectionsService
{
    public override async Task<Proto.ApproveCorrectionResponse> ApproveCorrection(Proto.ApproveCorrectionRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var correction = await Find(request.CorrectionId, cancel);
        var worker = await db.Workers.SingleAsync(w => w.Id == correction.WorkerId, cancel);
        Refuse.IfAny(WorkerRules.ToChange(worker));
        var person = keys.Open(worker.PersonKey, worker.Id);
        var (old, value) = (Decrypted(correction.OldEncrypted, correction, person)!, Decrypted(correction.NewEncrypted, correction, person)!);

        Refuse.IfAny([
            .. CorrectionRules.ToApprove(correction, FactValue.Of(worker, correction.Fact), old, call.Caller.Account),
            .. CorrectionRules.AsCorrected(worker, value, clock.TodayIn(worker.Country)),
        ]);

        await Apply(correction, value, worker, call.Caller.Account, cancel);
        call.Disclose(worker.WorkerNumber, "correction");
        return await db.Commit(new Proto.ApproveCorrectionResponse { CorrectionId = correction.Id.ToString(), State = ToProto(correction.State) }, cancel);
    }
}
