using Gms.Events.Recruitment;
using Gms.Platform;

namespace Gms.Registry.Departures;

/// <summary>Whoever was to leave to the employer is decided again: it was stopped, or may engage workers again.</summary>
public sealed class OnEmployerStandingChanged(RegistryDb db, TimeProvider clock) : IHandle<EmployerStandingChanged>
{
    public async Task Handle(EmployerStandingChanged happened, CancellationToken cancel)
    {
        await db.AskAgain(happened, clock.GetUtcNow(), departures => departures.Where(d => d.EmployerId == happened.EmployerId
            || (d.EmployerId == null && d.Destination == happened.Country && (d.Status == DepartureStatus.Received || d.Status == DepartureStatus.Held    // as with agencies
                || (d.Status == DepartureStatus.Cleared && db.DepartureDecisions.Any(last => last.DepartureId == d.Id && last.Version == d.Version && last.Officer != null))))), cancel);
        await db.Commit(cancel);
    }
}
