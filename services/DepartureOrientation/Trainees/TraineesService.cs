using Gms.DepartureOrientation.Sessions;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Trainees;

/// <summary>The calls of protos/gms/departure_orientation/v1/trainees.proto, one file each in this folder.</summary>
public sealed partial class TraineesService(DepartureOrientationDb db, Call call, TimeProvider clock) : Proto.Trainees.TraineesBase
{
    async Task<Session> Session(Guid id, Problem notFound, CancellationToken cancel)
    {
        var session = await db.Sessions.AsNoTracking().Include(s => s.Institution).Include(s => s.Curriculum).Include(s => s.Trainer.Certifications)
            .SingleOrDefaultAsync(s => s.Id == id, cancel) ?? throw Refuse.NotFound(notFound);
        call.MustReach(session.Institution.Reach, notFound);
        return session;
    }
}
