using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Assessments;

partial class AssessmentsService
{
    public override async Task<Proto.ListSessionResultsResponse> ListSessionResults(Proto.ListSessionResultsRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var session = await Find(Read.Id(request.SessionId, "session_id"), null, cancel);
        var required = await db.AssessmentRequirements.AsNoTracking().SingleOrDefaultAsync(r => r.CurriculumId == session.CurriculumId, cancel);
        if (required is null)
            return new();

        // At most the session's places, each with a few attempts.
        var attempts = await db.AssessmentResults.AsNoTracking().Where(r => r.SessionId == session.Id).OrderBy(r => r.Id).ToListAsync(cancel);
        foreach (var told in attempts.Select(r => r.WorkerNumber).Distinct())
            call.Disclose(told, "assessment");
        return new()
        {
            Assessment = required.Assessment,
            PassPercent = (await PaperOf(session, cancel)).PassPercent,
            Results = { attempts.GroupBy(r => r.EnrolmentId).Select(Best) },
        };
    }

    static Proto.WorkerResult Best(IGrouping<Guid, AssessmentResult> attempts) => new()
    {
        EnrolmentId = attempts.Key.ToString(),
        WorkerNumber = attempts.Last().WorkerNumber,
        Attempts = attempts.Count(),
        Percent = attempts.Max(r => r.Percent),
        Passed = attempts.Any(r => r.Passed),
    };
}
