using Gms.Platform;
using Microsoft.EntityFrameworkCore;

namespace Gms.DepartureOrientation.Trainers;

partial class TrainersService
{
    /// <summary>The training by which an account becomes a trainer, for whoever reaches the institution that held it.</summary>
    async Task<Training> Training(Guid session, string account, CancellationToken cancel)
    {
        var found = await db.Sessions.AsNoTracking().Include(s => s.Institution)
            .Include(s => s.Curriculum.Modules).ThenInclude(m => m.Module)
            .Include(s => s.Trainer.Certifications).ThenInclude(c => c.Modules).ThenInclude(m => m.Module)
            .AsSplitQuery().SingleOrDefaultAsync(s => s.Id == session, cancel) ?? throw Refuse.NotFound(Problems.SessionNotFound("training_session_id"));
        call.MustReach(found.Institution.Reach, Problems.SessionNotFound("training_session_id"));

        var trainee = await db.Trainees.AsNoTracking().SingleOrDefaultAsync(t => t.SessionId == session && t.Account == account, cancel);
        var above = await db.Database.SqlQuery<Guid>(
            $"""
            WITH RECURSIVE above(trainer_id) AS (
                SELECT {found.TrainerId}::uuid
                UNION
                SELECT s.trainer_id FROM above a JOIN certifications c ON c.trainer_id = a.trainer_id JOIN sessions s ON s.id = c.training_session_id
            )
            SELECT trainer_id AS "Value" FROM above
            """).ToListAsync(cancel);
        return new(found, trainee, above);
    }
}
