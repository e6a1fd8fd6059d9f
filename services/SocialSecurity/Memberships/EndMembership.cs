using Gms.Events.SocialSecurity;
using Gms.Platform;
using Grpc.Core;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Memberships;

partial class MembershipsService
{
    public override async Task<Proto.EndMembershipResponse> EndMembership(Proto.EndMembershipRequest request, ServerCallContext context)
    {
        var lastDay = Read.Day(request.LastDay, "last_day");
        var reason = Read.Value<Proto.MembershipEnd, MembershipEnd>(request.Reason, "reason");
        var membership = await Find(Read.Id(request.MembershipId, "membership_id"), context.CancellationToken);

        Refuse.IfAny(MembershipRules.ToEnd(membership, book.Find(membership.Scheme)!, lastDay, reason, clock.TodayIn(membership.Country)));

        membership.End(lastDay, reason);
        call.Disclose(membership.WorkerNumber, "membership");
        db.Publish(Ended(membership, lastDay, reason));
        return await db.Commit(new Proto.EndMembershipResponse { MembershipId = membership.Id.ToString() }, context.CancellationToken);
    }

    MembershipEnded Ended(Membership membership, DateOnly lastDay, MembershipEnd reason) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = clock.GetUtcNow(),
        SubjectId = membership.Id.ToString(),
        SubjectVersion = membership.Version,
        WorkerNumber = membership.WorkerNumber,
        Country = membership.Country,
        Scheme = membership.Scheme,
        LastDay = lastDay,
        Reason = reason.ToString(),
    };
}
