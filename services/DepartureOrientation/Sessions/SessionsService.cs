using Gms.DepartureOrientation.Arrivals;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Sessions;

/// <summary>The calls of protos/gms/departure_orientation/v1/sessions.proto, one file each in this folder.</summary>
public sealed partial class SessionsService(DepartureOrientationDb db, Call call, TimeProvider clock, IPeers peers, PostArrival arrivals) : Proto.Sessions.SessionsBase
{
    async Task<Session> Find(IQueryable<Session> sessions, Guid id, CancellationToken cancel)
    {
        var session = await sessions.Include(s => s.Institution).SingleOrDefaultAsync(s => s.Id == id, cancel)
            ?? throw Refuse.NotFound(Problems.SessionNotFound());
        call.MustReach(session.Institution.Reach, Problems.SessionNotFound());
        return session;
    }

    /// <summary>The session as a worker finds it who asks for a place or gives one up, or an agency in the worker's name.</summary>
    async Task<Session> FindFor(string worker, Guid id, CancellationToken cancel)
    {
        var session = await db.Sessions.AsNoTracking().Include(s => s.Institution).SingleOrDefaultAsync(s => s.Id == id, cancel) ?? throw Refuse.NotFound(Problems.SessionNotFound());
        call.MustReach(session.Institution.Reach with { Worker = worker, Agencies = call.Caller.Agency is { } agency ? [agency] : [] }, Problems.SessionNotFound());
        return session;
    }

    Task<bool> Attended(Guid session, CancellationToken cancel) =>
        db.Enrolments.AnyAsync(e => e.SessionId == session && (e.Minutes > 0 || db.Visits.Any(v => v.EnrolmentId == e.Id) || db.ModuleVisits.Any(m => m.EnrolmentId == e.Id)), cancel);

    Task<List<string>> Participants(Guid session, CancellationToken cancel) =>
        db.Enrolments.AsNoTracking().Where(e => e.SessionId == session && (e.State == EnrolmentState.Placed || e.State == EnrolmentState.Waiting)).OrderBy(e => e.Id).Select(e => e.WorkerNumber).ToListAsync(cancel);
}
