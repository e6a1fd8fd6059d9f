using Gms.DepartureOrientation.Sessions;
using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Assessments;

partial class AssessmentsService
{
    public override async Task<Proto.SubmitAnswersResponse> SubmitAnswers(Proto.SubmitAnswersRequest request, ServerCallContext context)
    {
        var (cancel, now) = (context.CancellationToken, clock.GetUtcNow());
        var worker = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var session = await Find(Read.Id(request.SessionId, "session_id"), worker, cancel);
        var paper = await PaperOf(session, cancel);
        var language = Language(request.Language, paper);
        Read.Entries(request.Answers.Count, "answers", 1, paper.Questions.Count);
        var answers = request.Answers.Select((a, i) => (Question: Read.Text(a.Question, $"answers[{i}].question", 40), Option: Read.Text(a.Option, $"answers[{i}].option", 40))).ToList();
        Refuse.IfInvalid(AssessmentRules.OfAnswers(paper, answers));
        var enrolment = await db.Enrolments.AsNoTracking().InSession(session.Id, worker, await db.NumbersOf(worker, cancel)).FirstOrDefaultAsync(cancel);
        var before = enrolment is null ? [] : await db.AssessmentResults.AsNoTracking().Where(r => r.EnrolmentId == enrolment.Id).ToListAsync(cancel);

        Refuse.IfAny(AssessmentRules.ToTake(session, enrolment, paper, before, now));

        var percent = paper.Percent(answers.ToDictionary(a => a.Question, a => a.Option));
        var result = new AssessmentResult
        {
            EnrolmentId = enrolment!.Id,
            SessionId = session.Id,
            WorkerNumber = enrolment.WorkerNumber,
            Country = session.Country,
            Assessment = paper.Code,
            Version = paper.Version,
            Attempt = before.Count + 1,
            Language = language,
            Answers = [.. answers.Select(a => $"{a.Question}:{a.Option}")],
            Percent = percent,
            Passed = percent >= paper.PassPercent,
            Assisted = call.Caller.Worker is null,
            TakenAt = now,
            RecordedBy = call.Caller.Account,
        };
        db.Add(result);
        call.Disclose(enrolment.WorkerNumber, "assessment");
        return await db.Commit(new Proto.SubmitAnswersResponse
        {
            ResultId = result.Id.ToString(),
            Percent = percent,
            Passed = result.Passed,
            AttemptsLeft = result.Passed ? 0 : paper.MostAttempts - result.Attempt,
        }, cancel);
    }
}
