using Gms.Events.Registry;
using Gms.Platform;

namespace Gms.Registry.Departures;

/// <summary>The travel document may be the one that ended.</summary>
public sealed class OnDocumentEnded(RegistryDb db, TimeProvider clock) : IHandle<DocumentEnded>
{
    public async Task Handle(DocumentEnded happened, CancellationToken cancel)
    {
        await db.AskAgainOf(happened, clock.GetUtcNow(), cancel);
        await db.Commit(cancel);
    }
}
