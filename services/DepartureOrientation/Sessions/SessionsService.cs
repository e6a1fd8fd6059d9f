using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Sessions;

/// <summary>The calls of protos/gms/departure_orientation/v1/sessions.proto, one file each in this folder.</summary>
public sealed partial class SessionsService(DepartureOrientationDb db, Call call, TimeProvider clock, IPeers peers) : Proto.Sessions.SessionsBase
{
    async Task<Session> Find(IQueryable<Session> sessions, Guid id, CancellationToken cancel)
    {
        var session = await sessions.Include(s => s.Institution).SingleOrDefaultAsync(s => s.Id == id, cancel)
            ?? throw Refuse.NotFound(Problems.SessionNotFound());
        call.MustReach(session.Institution.Reach, Problems.SessionNotFound());
        return session;
    }
}
