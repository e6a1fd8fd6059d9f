using Gms.Events.Registry;
using Gms.Platform;

namespace Gms.Registry.Departures;

/// <summary>The pass names the document that was replaced.</summary>
public sealed class OnDocumentReplaced(RegistryDb db, TimeProvider clock) : IHandle<DocumentReplaced>
{
    public async Task Handle(DocumentReplaced happened, CancellationToken cancel)
    {
        await db.AskAgainOf(happened, clock.GetUtcNow(), cancel);
        await db.Commit(cancel);
    }
}
