using Gms.Events.Recruitment;
using Gms.Platform;

namespace Gms.Registry.Departures;

/// <summary>Whoever was to leave under the contract is decided again, whether the application named it or not.</summary>
public sealed class OnContractEnded(RegistryDb db, TimeProvider clock) : IHandle<ContractEnded>
{
    public async Task Handle(ContractEnded happened, CancellationToken cancel)
    {
        await db.AskAgainOf(happened, clock.GetUtcNow(), cancel);
        await db.Commit(cancel);
    }
}
