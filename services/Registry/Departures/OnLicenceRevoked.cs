using Gms.Events.Recruitment;
using Gms.Platform;

namespace Gms.Registry.Departures;

/// <summary>Whoever was to leave through the agency is decided again: its licence no longer holds.</summary>
public sealed class OnLicenceRevoked(RegistryDb db, TimeProvider clock) : IHandle<LicenceRevoked>
{
    public async Task Handle(LicenceRevoked happened, CancellationToken cancel)
    {
        await db.AskAgainOfAgency(happened, happened.AgencyId, happened.Country, clock.GetUtcNow(), cancel);
        await db.Commit(cancel);
    }
}
