using Gms.Events.Recruitment;
using Gms.Platform;

namespace Gms.Registry.Departures;

/// <summary>What the suspension took back is decided again.</summary>
public sealed class OnAgencyReinstated(RegistryDb db, TimeProvider clock) : IHandle<AgencyReinstated>
{
    public async Task Handle(AgencyReinstated happened, CancellationToken cancel)
    {
        await db.AskAgainOfAgency(happened, happened.AgencyId, happened.Country, clock.GetUtcNow(), cancel);
        await db.Commit(cancel);
    }
}
