using Gms.Events.DepartureOrientation;
using Gms.Platform;

namespace Gms.Registry.Departures;

/// <summary>The certificate that the decision rested on may be gone.</summary>
public sealed class OnCertificateRevoked(RegistryDb db, TimeProvider clock) : IHandle<CertificateRevoked>
{
    public async Task Handle(CertificateRevoked happened, CancellationToken cancel)
    {
        await db.AskAgainOf(happened, clock.GetUtcNow(), cancel);
        await db.Commit(cancel);
    }
}
