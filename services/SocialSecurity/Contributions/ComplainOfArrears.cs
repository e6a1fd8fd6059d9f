using Gms.Platform;
using Gms.Recruitment.V1;
using Gms.SocialSecurity.Memberships;
using Gms.Type.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Contributions;

partial class ContributionsService
{
    public override async Task<Proto.ComplainOfArrearsResponse> ComplainOfArrears(Proto.ComplainOfArrearsRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var id = Read.Id(request.MembershipId, "membership_id");
        var membership = await db.Memberships.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancel) ?? throw Refuse.NotFound(Problems.MembershipNotFound());
        call.MustReach(new Reach { Countries = [membership.Country], Worker = membership.WorkerNumber }, Problems.MembershipNotFound());

        List<OwedMonth> owed = [.. (await Owed([membership], cancel)).Where(m => m.IsOwed)];
        Refuse.IfAny(ArrearsRules.ToComplain(membership, owed));
        var (first, last) = (owed[0].Month, owed[^1].Month);
        if (await db.ArrearsComplaints.AnyAsync(c => c.MembershipId == id && c.LastMonth == last, cancel))
            throw Refuse.NotNow(Problems.ArrearsComplained());

        var opened = await Open(membership, owed, cancel);
        db.ArrearsComplaints.Add(new() { ComplaintId = Read.Id(opened.ComplaintId, "complaint_id"), MembershipId = id, FirstMonth = first, LastMonth = last, OpenedOn = clock.TodayIn(membership.Country) });
        call.Disclose(membership.WorkerNumber, "arrears");
        return await db.Commit(new Proto.ComplainOfArrearsResponse { ComplaintId = opened.ComplaintId, DueOn = opened.DueOn, Months = owed.Count }, cancel);
    }

    /// <summary>Under the same request id: when the answer is lost, the repeat finds the complaint and opens none.</summary>
    async Task<OpenComplaintResponse> Open(Membership membership, List<OwedMonth> owed, CancellationToken cancel)
    {
        try
        {
            return await new Complaints.ComplaintsClient(peers.To("Recruitment", Purpose.Complaint)).OpenComplaintAsync(new()
            {
                RequestId = call.RequestId!.Value.ToString(),
                WorkerNumber = membership.WorkerNumber,
                Country = membership.Country,
                // The worker's share is taken from the wage: what was kept back and not paid over is a wage not paid.
                Category = ComplaintCategory.Wages,
                Urgency = ComplaintUrgency.Urgent,
                ToldBy = call.Caller.Worker is null ? ComplaintTeller.Officer : ComplaintTeller.Worker,
                Subject = $"Social security not paid, or not in full: scheme {membership.Scheme}, employer {membership.Employer}, {owed.Count} months of {owed[0].Month:yyyy-MM} to {owed[^1].Month:yyyy-MM}.",
            }, cancellationToken: cancel);
        }
        catch (RpcException refused) when (refused.StatusCode is StatusCode.FailedPrecondition or StatusCode.InvalidArgument or StatusCode.NotFound)
        {
            throw Refuse.NotNow(Problems.ComplaintRefused(refused.Status.Detail));
        }
    }
}
