using Gms.Events.Recruitment;
using Gms.Platform;

namespace Gms.Registry.Departures;

/// <summary>Whoever was to leave through the agency is decided again: its licence no longer holds.</summary>
public sealed class OnAgencySuspended(RegistryDb db, TimeProvider clock) : IHandle<AgencySuspended>
{
    public async Task Handle(AgencySuspended happened, CancellationToken cancel)
    {
        await db.AskAgainOfAgency(happened, happened.AgencyId, happened.Country, clock.GetUtcNow(), cancel);
        await db.Commit(cancel);
    }
}
