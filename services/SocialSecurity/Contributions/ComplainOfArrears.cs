using System.Security.Cryptography;
using System.Text;
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

        var spells = await ThroughTheEmployer(membership, cancel);
        Guid[] ids = [.. spells.Select(m => m.Id)];
        List<OwedMonth> owed = [.. (await Owed(spells, cancel)).Where(m => m.IsOwed && membership.EndReason != MembershipEnd.RecordedInError && membership.Touches(m.Month))];
        Refuse.IfAny(ArrearsRules.ToComplain(membership, owed));
        var (first, last) = (owed[0].Month, owed[^1].Month);
        if (await db.ArrearsComplaints.AnyAsync(c => ids.Contains(c.MembershipId) && c.LastMonth == last, cancel))
            throw Refuse.NotNow(Problems.ArrearsComplained());

        var opened = await Open(membership, owed, OneIntent(ids.Min(), owed), cancel);
        db.ArrearsComplaints.Add(new() { ComplaintId = Read.Id(opened.ComplaintId, "complaint_id"), MembershipId = id, FirstMonth = first, LastMonth = last, OpenedOn = clock.TodayIn(membership.Country) });
        call.Disclose(membership.WorkerNumber, "arrears");
        return await db.Commit(new Proto.ComplainOfArrearsResponse { ComplaintId = opened.ComplaintId, DueOn = opened.DueOn, Months = owed.Count }, cancel);
    }

    /// <summary>The worker's spells of the scheme through the same employer, under every number: a month is owed once for all of them.</summary>
    async Task<List<Membership>> ThroughTheEmployer(Membership membership, CancellationToken cancel)
    {
        var numbers = await db.NumbersOf(membership.WorkerNumber, cancel);
        return await db.Memberships.AsNoTracking().Where(m => numbers.Contains(m.WorkerNumber) && m.Scheme == membership.Scheme && m.Employer == membership.Employer)
            .OrderBy(m => m.FromDay).ThenBy(m => m.Id).ToListAsync(cancel);
    }

    /// <summary>
    /// The request id of the complaint follows from what it is about: asked twice at one moment, or again because an answer was lost, Recruitment opens one.
    /// </summary>
    static Guid OneIntent(Guid first, List<OwedMonth> owed) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"arrears {first} {string.Join(' ', owed.Select(m => $"{m.Month:yyyy-MM}"))}"))[..16]);

    async Task<OpenComplaintResponse> Open(Membership membership, List<OwedMonth> owed, Guid intent, CancellationToken cancel)
    {
        try
        {
            return await new Complaints.ComplaintsClient(peers.To("Recruitment", Purpose.Complaint)).OpenComplaintAsync(new()
            {
                RequestId = intent.ToString(),
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
