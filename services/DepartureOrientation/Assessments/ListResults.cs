using Gms.DepartureOrientation.Sessions;
using Gms.Platform;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Assessments;

partial class AssessmentsService
{
    public override async Task<Proto.ListResultsResponse> ListResults(Proto.ListResultsRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var worker = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var session = await Find(Read.Id(request.SessionId, "session_id"), worker, cancel);
        var numbers = await db.NumbersOf(worker, cancel);
        var results = await db.AssessmentResults.AsNoTracking().Where(r => r.SessionId == session.Id && numbers.Contains(r.WorkerNumber)).OrderBy(r => r.TakenAt).ToListAsync(cancel);

        foreach (var told in results.Select(r => r.WorkerNumber).Distinct())
            call.Disclose(told, "assessment");
        return new() { Results = { results.Select(Shown) } };
    }

    static Proto.AssessmentResult Shown(AssessmentResult result) => new()
    {
        ResultId = result.Id.ToString(),
        Assessment = result.Assessment,
        Version = result.Version,
        Attempt = result.Attempt,
        Language = result.Language,
        Percent = result.Percent,
        Passed = result.Passed,
        Assisted = result.Assisted,
        TakenAt = Timestamp.FromDateTimeOffset(result.TakenAt),
    };
}
