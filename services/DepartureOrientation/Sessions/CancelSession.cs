using Gms.Platform;
using Grpc.Core;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Sessions;

partial class SessionsService
{
    public override async Task<Proto.CancelSessionResponse> CancelSession(Proto.CancelSessionRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var reason = Read.Value<Proto.CancellationReason, CancellationReason>(request.Reason, "reason");
        var id = Read.Id(request.SessionId, "session_id");
        await db.LockSession(id, cancel);
        var session = await Find(db.Sessions, id, cancel);

        Refuse.IfAny(SessionRules.ToCancel(session, await Attended(id, cancel)));

        var told = await Participants(id, cancel);
        session.Cancel(reason, clock.GetUtcNow());    // the database cancels the places with it
        foreach (var cancelled in SessionEvents.Cancelled(session, told).ToList())
            db.Publish(cancelled);
        return await db.Commit(new Proto.CancelSessionResponse { State = session.State.ToProto(), Told = told.Count }, cancel);
    }
}
