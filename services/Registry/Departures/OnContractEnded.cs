using Gms.Events.Recruitment;
using Gms.Platform;

namespace Gms.Registry.Departures;

/// <summary>Whoever was to leave under the contract is decided again.</summary>
public sealed class OnContractEnded(RegistryDb db, TimeProvider clock) : IHandle<ContractEnded>
{
    public async Task Handle(ContractEnded happened, CancellationToken cancel)
    {
        await db.AskAgain(happened, clock.GetUtcNow(), departures => departures.Where(d => d.ContractId == happened.ContractId), cancel);
        await db.Commit(cancel);
    }
}
