using Gms.Events.SocialSecurity;
using Gms.Platform;

namespace Gms.Registry.Departures;

/// <summary>Cover that was missing may be there now.</summary>
public sealed class OnMembershipStarted(RegistryDb db, TimeProvider clock) : IHandleMany<MembershipStarted>
{
    public async Task Handle(IReadOnlyList<Received<MembershipStarted>> happened, CancellationToken cancel)
    {
        await db.AskAgainOf(happened, clock.GetUtcNow(), cancel);
        await db.Commit(cancel);
    }
}
