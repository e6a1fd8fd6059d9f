using Gms.Events.SocialSecurity;
using Gms.Platform;

namespace Gms.Registry.Departures;

/// <summary>Cover may be missing now on the planned day.</summary>
public sealed class OnMembershipEnded(RegistryDb db, TimeProvider clock) : IHandle<MembershipEnded>
{
    public async Task Handle(MembershipEnded happened, CancellationToken cancel)
    {
        await db.AskAgainOf(happened, clock.GetUtcNow(), cancel);
        await db.Commit(cancel);
    }
}
