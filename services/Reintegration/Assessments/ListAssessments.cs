using Gms.Platform;
using Gms.Reintegration.Cases;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Assessments;

partial class AssessmentsService
{
    public override async Task<Proto.ListAssessmentsResponse> ListAssessments(Proto.ListAssessmentsRequest request, ServerCallContext context)
    {
        var held = await db.CaseFor(call, Read.Id(request.CaseId, "case_id"), context.CancellationToken);
        var all = await db.Assessments.AsNoTracking().Include(a => a.Answers).Where(a => a.CaseId == held.Id).OrderBy(a => a.StartedOn).ThenBy(a => a.Id).ToListAsync(context.CancellationToken);

        call.Disclose(held.WorkerNumber, "assessments");
        return new() { Assessments = { all.Select(ToProto) } };
    }

    Proto.Assessment ToProto(Assessment assessment) => new()
    {
        AssessmentId = assessment.Id.ToString(),
        Kind = System.Enum.Parse<Proto.AssessmentKind>(assessment.Kind.ToString()),
        Version = assessment.Version,
        Language = assessment.Language,
        StartedOn = assessment.StartedOn.ToProto(),
        CompletedOn = assessment.CompletedOn?.ToProto(),
        Answers =
        {
            assessment.Answers.OrderBy(a => a.AnsweredAt).ThenBy(a => a.Id)
                .Select(a => new Proto.Answer { AnswerId = a.Id.ToString(), Question = a.Question, Value = a.Value, AnsweredAt = Timestamp.FromDateTimeOffset(a.AnsweredAt) }),
        },
        Missing = { questionnaires.Find(assessment.Kind, assessment.Version)?.Missing(assessment.Held) ?? [] },
    };
}
