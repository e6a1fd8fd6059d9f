using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Sessions;

partial class SessionsService
{
    public override async Task<Proto.GetSessionResponse> GetSession(Proto.GetSessionRequest request, ServerCallContext context)
    {
        var session = await Find(db.Sessions.AsNoTracking().Include(s => s.Curriculum).Include(s => s.Trainer), Read.Id(request.SessionId, "session_id"), context.CancellationToken);
        var enrolments = await db.Enrolments.AsNoTracking().Where(e => e.SessionId == session.Id).OrderBy(e => e.Id).ToListAsync(context.CancellationToken);

        foreach (var enrolment in enrolments)
            call.Disclose(enrolment.WorkerNumber, "session", "attendance");
        return new() { Session = session.ToProto(enrolments, await InSince([.. enrolments.Select(e => e.Id)], context.CancellationToken)) };
    }

    /// <summary>By enrolment since when the worker is there: a stay that began by codes, or a module online.</summary>
    async Task<IReadOnlyDictionary<Guid, DateTimeOffset>> InSince(Guid[] enrolments, CancellationToken cancel)
    {
        var stays = await db.Visits.AsNoTracking().Where(v => enrolments.Contains(v.EnrolmentId) && v.OutAt == null).Select(v => new { v.EnrolmentId, At = v.InAt }).ToListAsync(cancel);
        var modules = await db.ModuleVisits.AsNoTracking().Where(m => enrolments.Contains(m.EnrolmentId) && m.FinishedAt == null).Select(m => new { m.EnrolmentId, At = m.StartedAt }).ToListAsync(cancel);
        return stays.Concat(modules).GroupBy(v => v.EnrolmentId).ToDictionary(g => g.Key, g => g.Max(v => v.At));
    }
}
