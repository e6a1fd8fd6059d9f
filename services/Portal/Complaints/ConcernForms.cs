using Gms.Portal.Forms;
using Gms.Recruitment.V1;

namespace Gms.Portal.Complaints;

/// <summary>What an officer answers to whoever told a concern.</summary>
static class ConcernForms
{
    public static void MapConcerns(this IEndpointRouteBuilder app) => app.MapForm("/concerns/{id}/answer", "/concerns", async posted =>
    {
        await new Concerns.ConcernsClient(posted.To("Recruitment", "complaint")).AnswerConcernAsync(new()
        {
            RequestId = posted.RequestId,
            ConcernId = posted.Route("id"),
            Outcome = Enum.TryParse<ConcernOutcome>(posted["Outcome"], out var outcome) ? outcome : ConcernOutcome.Unspecified,
            Answer = posted["Answer"],
            ComplaintId = posted["Complaint"],
        }, cancellationToken: posted.Cancel);
        return "/concerns?done=concern_answered";
    });
}
