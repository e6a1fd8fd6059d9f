using Gms.Platform;
using Grpc.Core;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Assessments;

partial class AssessmentsService
{
    public override async Task<Proto.GetQuestionsResponse> GetQuestions(Proto.GetQuestionsRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var worker = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var session = await Find(Read.Id(request.SessionId, "session_id"), worker, cancel);
        var paper = await PaperOf(session, cancel);
        var language = Language(request.Language, paper);

        return new()
        {
            Assessment = paper.Code,
            Version = paper.Version,
            OwnQuestions = paper.OwnQuestions,
            PassPercent = paper.PassPercent,
            Questions =
            {
                paper.Questions.Select(q => new Proto.AssessmentQuestion
                {
                    Question = q.Code,
                    Text = q.Text[language],
                    Options = { q.Options.Select(o => new Proto.AssessmentOption { Option = o.Code, Text = o.Text[language] }) },
                }),
            },
        };
    }
}
