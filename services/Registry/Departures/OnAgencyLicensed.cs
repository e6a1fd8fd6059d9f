using Gms.Events.Recruitment;
using Gms.Platform;

namespace Gms.Registry.Departures;

/// <summary>Another licence may stand in the place of one that was revoked or is over.</summary>
public sealed class OnAgencyLicensed(RegistryDb db, TimeProvider clock) : IHandle<AgencyLicensed>
{
    public async Task Handle(AgencyLicensed happened, CancellationToken cancel)
    {
        await db.AskAgainOfAgency(happened, happened.AgencyId, happened.Country, clock.GetUtcNow(), cancel);
        await db.Commit(cancel);
    }
}
