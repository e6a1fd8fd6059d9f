using Gms.Platform;
using Gms.Reintegration.Casework;
using Grpc.Core;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Cases;

partial class CasesService
{
    public override async Task<Proto.CloseCaseResponse> CloseCase(Proto.CloseCaseRequest request, ServerCallContext context)
    {
        var outcome = Read.Value<Proto.CaseOutcome, CaseOutcome>(request.Outcome, "outcome");
        var held = await Find(db.Cases, Read.Id(request.CaseId, "case_id"), context.CancellationToken);

        Refuse.IfAny(CaseRules.ToClose(held, outcome));

        held.Close(outcome, clock.TodayIn(held.Country));
        await db.EndAll(held, clock.GetUtcNow(), context.CancellationToken);
        db.Publish(held.Closed(clock.GetUtcNow()));
        call.Disclose(held.WorkerNumber, "case");
        return await db.Commit(new Proto.CloseCaseResponse { State = held.State.ToProto() }, context.CancellationToken);
    }
}
