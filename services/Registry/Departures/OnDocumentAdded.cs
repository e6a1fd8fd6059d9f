using Gms.Events.Registry;
using Gms.Platform;

namespace Gms.Registry.Departures;

/// <summary>Another document may stand in the place of one that ended.</summary>
public sealed class OnDocumentAdded(RegistryDb db, TimeProvider clock) : IHandleMany<DocumentAdded>
{
    public async Task Handle(IReadOnlyList<Received<DocumentAdded>> happened, CancellationToken cancel)
    {
        await db.AskAgainOf(happened, clock.GetUtcNow(), cancel);
        await db.Commit(cancel);
    }
}
