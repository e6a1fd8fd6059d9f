using Gms.Portal.Forms;
using ComplaintsClient = Gms.Recruitment.V1.Complaints.ComplaintsClient;

namespace Gms.Portal.RecruitmentAgency;

/// <summary>What an agency sends.</summary>
static class AgencyForms
{
    public static void MapAgency(this IEndpointRouteBuilder app) =>
        app.MapForm("/agency/complaints/{id}/answer", "/agency/complaints", async posted =>
        {
            await new ComplaintsClient(posted.To("Recruitment", "complaint")).AnswerComplaintAsync(
                new() { RequestId = posted.RequestId, ComplaintId = posted.Route("id"), Answer = posted["Answer"] }, cancellationToken: posted.Cancel);
            return "/agency/complaints?done=answered";
        });
}
