using Gms.Events.Registry;
using Gms.Platform;

namespace Gms.Registry.Departures;

/// <summary>Departures of both numbers are two people's again, each with its own papers.</summary>
public sealed class OnWorkersUnmerged(RegistryDb db, TimeProvider clock) : IHandle<WorkersUnmerged>
{
    public async Task Handle(WorkersUnmerged happened, CancellationToken cancel)
    {
        IReadOnlyList<string> numbers = [.. await db.NumbersOf(happened.WorkerNumber, cancel), .. await db.NumbersOf(happened.AbsorbedNumber, cancel)];
        await db.AskAgain(happened, clock.GetUtcNow(), departures => departures.Where(d => numbers.Contains(d.WorkerNumber)), cancel);
        await db.Commit(cancel);
    }
}
