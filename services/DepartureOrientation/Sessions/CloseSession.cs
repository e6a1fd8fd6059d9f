using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Sessions;

partial class SessionsService
{
    public override async Task<Proto.CloseSessionResponse> CloseSession(Proto.CloseSessionRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var session = await Find(db.Sessions, Read.Id(request.SessionId, "session_id"), cancel);

        Refuse.IfAny(SessionRules.ToClose(session, clock.TodayIn(session.Country)));

        session.Close();
        // Whoever did not check out was seen once: a moment is no attendance.
        foreach (var visit in await db.Visits.Where(v => v.SessionId == session.Id && v.OutAt == null).ToListAsync(cancel))
            visit.EndUnseen();
        foreach (var module in await db.ModuleVisits.Where(m => m.FinishedAt == null && db.Enrolments.Any(e => e.Id == m.EnrolmentId && e.SessionId == session.Id)).ToListAsync(cancel))
            module.EndUnfinished();
        return await db.Commit(new Proto.CloseSessionResponse { State = session.State.ToProto() }, cancel);
    }
}
