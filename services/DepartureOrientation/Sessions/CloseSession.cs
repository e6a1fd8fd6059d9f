using Gms.Platform;
using Grpc.Core;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Sessions;

partial class SessionsService
{
    public override async Task<Proto.CloseSessionResponse> CloseSession(Proto.CloseSessionRequest request, ServerCallContext context)
    {
        var session = await Find(db.Sessions, Read.Id(request.SessionId, "session_id"), context.CancellationToken);

        Refuse.IfAny(SessionRules.ToClose(session, clock.TodayIn(session.Country)));

        session.Close();
        return await db.Commit(new Proto.CloseSessionResponse { State = session.State.ToProto() }, context.CancellationToken);
    }
}
