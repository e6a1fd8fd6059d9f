using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Trainees;

partial class TraineesService
{
    public override async Task<Proto.ListTraineesResponse> ListTrainees(Proto.ListTraineesRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var session = await Session(Read.Id(request.SessionId, "session_id"), Problems.SessionNotFound(), cancel);
        var size = Read.PageSize(request.PageSize);
        var after = Read.PageToken(request.PageToken);

        var page = await db.Trainees.AsNoTracking().Where(t => t.SessionId == session.Id && (after == null || t.Id > after)).OrderBy(t => t.Id).Take(size).ToListAsync(cancel);
        var certified = (await db.Trainers.AsNoTracking()
            .SelectMany(t => t.Certifications.Where(c => c.TrainingSessionId == session.Id), (t, c) => new { t.Account, c.Id })
            .ToListAsync(cancel)).ToLookup(c => c.Account, c => c.Id);

        return new()
        {
            Trainees =
            {
                page.Select(t => new Proto.Trainee
                {
                    TraineeId = t.Id.ToString(),
                    Account = t.Account,
                    DisplayName = t.DisplayName,
                    InstitutionId = t.InstitutionId?.ToString() ?? "",
                    Minutes = t.Minutes,
                    ShareReached = t.Minutes >= session.Curriculum.MinutesNeeded,
                    CertificationId = certified[t.Account] is var earned && earned.Any() ? earned.Max().ToString() : "",
                }),
            },
            NextPageToken = page.Count == size ? page[^1].Id.NextPageToken() : "",
        };
    }
}
