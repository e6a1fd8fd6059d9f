using Gms.Events.Recruitment;
using Gms.Platform;

namespace Gms.Registry.Departures;

/// <summary>The pass names the version, and the decision rested on what it says.</summary>
public sealed class OnContractAmended(RegistryDb db, TimeProvider clock) : IHandle<ContractAmended>
{
    public async Task Handle(ContractAmended happened, CancellationToken cancel)
    {
        await db.AskAgainOf(happened, clock.GetUtcNow(), cancel);
        await db.Commit(cancel);
    }
}
