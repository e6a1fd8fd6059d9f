using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Outreach;

partial class OutreachService
{
    public override async Task<Proto.CountSessionsResponse> CountSessions(Proto.CountSessionsRequest request, ServerCallContext context)
    {
        var country = Read.Country(request.Country, "country");
        call.MustReach(Reach.Country(country), "country");
        var today = clock.TodayIn(country);
        var year = Read.Number(request.Year == 0 ? today.Year : request.Year, "year", 2000, today.Year);
        var size = Read.PageSize(request.PageSize);
        var after = Read.PageToken(request.PageToken) ?? Guid.Empty;
        var (from, before) = (new DateOnly(year, 1, 1).StartIn(country).ToUniversalTime(), new DateOnly(year + 1, 1, 1).StartIn(country).ToUniversalTime());

        var page = await db.Database.SqlQuery<SessionsOfTrainer>(
            $"""
            SELECT t.id AS "Id", t.institution_id AS "Institution",
                   (count(*) FILTER (WHERE u.stage <> 'TrainingOfTrainers'))::int AS "Sessions", (count(*) FILTER (WHERE u.stage = 'TrainingOfTrainers'))::int AS "Trainings"
              FROM (SELECT id, institution_id FROM trainers WHERE country = {country} AND id > {after} ORDER BY id LIMIT {size}) t
              LEFT JOIN sessions s ON s.trainer_id = t.id AND s.state = 'Closed' AND s.ends_at >= {from} AND s.ends_at < {before}
              LEFT JOIN curricula u ON u.id = s.curriculum_id
             GROUP BY 1, 2 ORDER BY 1
            """).ToListAsync(context.CancellationToken);

        return new()
        {
            Trainers = { page.Select(t => new Proto.TrainerSessions { TrainerId = t.Id.ToString(), InstitutionId = t.Institution?.ToString() ?? "", Sessions = t.Sessions, Trainings = t.Trainings }) },
            NextPageToken = page.Count == size ? page[^1].Id.NextPageToken() : "",
        };
    }

    sealed record SessionsOfTrainer(Guid Id, Guid? Institution, int Sessions, int Trainings);
}
