using Gms.Events.DepartureOrientation;
using Gms.Platform;

namespace Gms.Registry.Departures;

/// <summary>A certificate may stand in the revoked one's place.</summary>
public sealed class OnCertificateIssued(RegistryDb db, TimeProvider clock) : IHandleMany<CertificateIssued>
{
    public async Task Handle(IReadOnlyList<Received<CertificateIssued>> happened, CancellationToken cancel)
    {
        await db.AskAgainOf(happened, clock.GetUtcNow(), cancel);
        await db.Commit(cancel);
    }
}
