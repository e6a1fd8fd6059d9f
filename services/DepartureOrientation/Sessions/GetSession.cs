using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Sessions;

partial class SessionsService
{
    public override async Task<Proto.GetSessionResponse> GetSession(Proto.GetSessionRequest request, ServerCallContext context)
    {
        var session = await Find(db.Sessions.AsNoTracking(), Read.Id(request.SessionId, "session_id"), context.CancellationToken);
        var enrolments = await db.Enrolments.AsNoTracking().Where(e => e.SessionId == session.Id).OrderBy(e => e.Id).ToListAsync(context.CancellationToken);

        foreach (var enrolment in enrolments)
            call.Disclose(enrolment.WorkerNumber, "session", "attendance");
        return new() { Session = session.ToProto(enrolments) };
    }
}
