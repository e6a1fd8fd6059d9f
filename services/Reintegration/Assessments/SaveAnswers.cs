using Gms.Platform;
using Gms.Reintegration.Cases;
using Gms.Reintegration.Casework;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Assessments;

partial class AssessmentsService
{
    public override async Task<Proto.SaveAnswersResponse> SaveAnswers(Proto.SaveAnswersRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var id = Read.Id(request.AssessmentId, "assessment_id");
        var kind = Read.Value<Proto.AssessmentKind, AssessmentKind>(request.Kind, "kind");
        Read.Entries(request.Answers.Count, "answers", 1, 200);
        var held = await db.CaseFor(call, Read.Id(request.CaseId, "case_id"), cancel);
        var today = clock.TodayIn(held.Country);
        var assessment = await db.Assessments.Include(a => a.Answers).SingleOrDefaultAsync(a => a.Id == id, cancel);
        if (assessment is not null && (assessment.CaseId != held.Id || assessment.Kind != kind))
            throw Refuse.NotFound(Problems.AssessmentNotFound());
        var version = request.Version == 0 ? assessment?.Version ?? questionnaires.InForce(kind, today).Version : request.Version;
        var questionnaire = questionnaires.Find(kind, version) ?? throw Refuse.Invalid(Problems.QuestionnaireUnknown(version));
        var isNew = assessment is null;
        assessment ??= new()
        {
            Id = id,
            CaseId = held.Id,
            Kind = kind,
            Version = version,
            Language = Read.Text(request.Language, "language", 35),
            StartedOn = today,
            StartedBy = call.Caller.Account,
        };
        if (assessment.Version != version)
            throw Refuse.Invalid(Problems.QuestionnaireUnknown(version));
        List<AssessmentAnswer> answers = [.. request.Answers.Select((a, i) => ReadAnswer(a, i, questionnaire))];
        var counted = assessment.CompletedOn is not null && await db.FollowUps.AnyAsync(f => f.AssessmentId == id, cancel);

        Refuse.IfAny(AssessmentRules.ToSave(held, assessment, answers, counted, clock.GetUtcNow()));

        if (isNew)
            db.Add(assessment);
        var known = assessment.Answers.Select(a => a.Id).ToHashSet();
        assessment.Answers.AddRange(answers.Where(a => !known.Contains(a.Id)).DistinctBy(a => a.Id));
        var missing = questionnaire.Missing(assessment.Held);
        if (missing.Count == 0 && assessment.CompletedOn is null)
        {
            assessment.CompletedOn = today;
            if (kind == AssessmentKind.Needs)
                await db.End(Step.Assess, held.Id, held, clock.GetUtcNow(), cancel);
        }
        call.Disclose(held.WorkerNumber, "assessments");
        return await db.Commit(new Proto.SaveAnswersResponse { Missing = { missing }, Complete = missing.Count == 0 }, cancel);
    }

    AssessmentAnswer ReadAnswer(Proto.Answer answer, int index, Questionnaire questionnaire)
    {
        var question = questionnaire.Find(Read.Code(answer.Question, $"answers[{index}].question", [.. questionnaire.Questions.Select(q => q.Code)]))!;
        return new()
        {
            Id = Read.Id(answer.AnswerId, $"answers[{index}].answer_id"),
            Question = question.Code,
            Value = Read.Code(answer.Value, $"answers[{index}].value", questionnaires.ValuesOf(question)),
            AnsweredAt = answer.AnsweredAt is { Seconds: > 0 and < 253402300800, Nanos: >= 0 and < 1_000_000_000 } at
                ? new(at.ToDateTime().AddTicks(-(at.ToDateTime().Ticks % TimeSpan.TicksPerMicrosecond)), TimeSpan.Zero)
                : throw Refuse.Invalid(PlatformProblems.FieldRequired($"answers[{index}].answered_at")),
        };
    }
}
