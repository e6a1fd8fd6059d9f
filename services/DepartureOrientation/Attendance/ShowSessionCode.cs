using Gms.DepartureOrientation.Sessions;
using Gms.Platform;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Attendance;

partial class AttendanceService
{
    public override async Task<Proto.ShowSessionCodeResponse> ShowSessionCode(Proto.ShowSessionCodeRequest request, ServerCallContext context)
    {
        var session = await Find(Read.Id(request.SessionId, "session_id"), null, context.CancellationToken);
        var now = clock.GetUtcNow();

        Refuse.IfAny(ToShow(session, now));

        var window = codes.WindowAt(now);
        return new() { SessionCode = codes.OfSession(session.Id, window), ChangesAt = Timestamp.FromDateTimeOffset(codes.EndOf(window)) };
    }

    IEnumerable<Problem> ToShow(Session session, DateTimeOffset now)
    {
        foreach (var problem in SessionRules.IsOpen(session))
            yield return problem;
        if (session.Mode == SessionMode.Online)
            yield return AttendanceProblems.AttendanceOnline();
        else if (now < session.StartsAt - terms.Doors || session.EndsAt + terms.Doors <= now)
            yield return AttendanceProblems.AttendanceNotOpen(session.StartsAt - terms.Doors, session.EndsAt + terms.Doors);
    }
}
