using Gms.Events.Reintegration;
using Gms.Platform;
using Gms.Reintegration.Cases;
using Gms.Reintegration.Casework;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.FollowUps;

partial class FollowUpsService
{
    public override async Task<Proto.RecordFollowUpResponse> RecordFollowUp(Proto.RecordFollowUpRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var month = ReadMonth(request.Month);
        var intention = Read.Value<Proto.Intention, Intention>(request.Intention, "intention");
        var answersId = Read.Id(request.AssessmentId, "assessment_id");
        var held = await db.CaseFor(call, Read.Id(request.CaseId, "case_id"), cancel);
        var today = clock.TodayIn(held.Country);
        var answers = await db.Assessments.AsNoTracking().Include(a => a.Answers).SingleOrDefaultAsync(a => a.Id == answersId && a.CaseId == held.Id, cancel);

        Refuse.IfAny(FollowUpRules.ToRecord(held, month, answers, rules.FollowUps, today));

        var score = SustainabilityScore.Of(questionnaires.Find(answers!.Kind, answers.Version)!, answers.Held);
        var asked = new FollowUp
        {
            CaseId = held.Id,
            Month = month,
            AskedOn = today,
            AssessmentId = answers.Id,
            Economic = score.Economic,
            Social = score.Social,
            Psychosocial = score.Psychosocial,
            Total = score.Total,
            Intention = intention,
            RecordedBy = call.Caller.Account,
        };
        db.Add(asked);
        await db.End(FollowUpRules.StepOf(month), held.Id, held, clock.GetUtcNow(), cancel);
        db.Publish(Recorded(asked, held));
        call.Disclose(held.WorkerNumber, "follow_ups");
        return await db.Commit(new Proto.RecordFollowUpResponse { FollowUpId = asked.Id.ToString() }, cancel);
    }

    FollowUpRecorded Recorded(FollowUp asked, Case held) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = clock.GetUtcNow(),
        SubjectId = asked.Id.ToString(),
        SubjectVersion = 1,
        WorkerNumber = held.WorkerNumber,
        Country = held.Country,
        CaseId = held.Id,
        FollowUpId = asked.Id,
        Month = asked.Month,
    };
}
