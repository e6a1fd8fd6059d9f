using Grpc.Core;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Assessments;

partial class AssessmentsService
{
    public override Task<Proto.ListAssessmentsResponse> ListAssessments(Proto.ListAssessmentsRequest request, ServerCallContext context) =>
        Task.FromResult(new Proto.ListAssessmentsResponse { Assessments = { book.All.Select(Shown) } });

    static Proto.AssessmentPaper Shown(AssessmentPaper paper) => new()
    {
        Assessment = paper.Code,
        Version = paper.Version,
        Title = paper.Title,
        OwnQuestions = paper.OwnQuestions,
        Questions = paper.Questions.Count,
        PassPercent = paper.PassPercent,
        MostAttempts = paper.MostAttempts,
        WaitHours = paper.WaitHours,
        ResitDays = paper.ResitDays,
        Languages = { paper.Languages },
        Source = paper.Source,
        Confidence = paper.Confidence,
    };
}
