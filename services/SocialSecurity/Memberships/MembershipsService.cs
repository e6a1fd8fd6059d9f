using Gms.Platform;
using Gms.SocialSecurity.Schemes;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Memberships;

/// <summary>The calls of protos/gms/social_security/v1/memberships.proto, one file each in this folder.</summary>
public sealed partial class MembershipsService(SocialSecurityDb db, SchemeBook book, Call call, IPeers peers, TimeProvider clock) : Proto.Memberships.MembershipsBase
{
    async Task<Membership> Find(Guid id, CancellationToken cancel)
    {
        var membership = await db.Memberships.SingleOrDefaultAsync(m => m.Id == id, cancel) ?? throw Refuse.NotFound(Problems.MembershipNotFound());
        call.MustReach(Reach.Country(membership.Country), Problems.MembershipNotFound());
        return membership;
    }
}
