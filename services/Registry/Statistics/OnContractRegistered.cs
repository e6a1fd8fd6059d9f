using Gms.Events.Recruitment;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;

namespace Gms.Registry.Statistics;

/// <summary>Keeps the occupation and sector of a contract for the figures of those who depart under it. Events of earlier versions do not tell them.</summary>
public sealed class OnContractRegistered(RegistryDb db) : IHandle<ContractRegistered>
{
    public async Task Handle(ContractRegistered happened, CancellationToken cancel)
    {
        if (happened.Occupation is not null)
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO contract_jobs (contract_id, occupation, sector) VALUES ({happened.ContractId}, {happened.Occupation}, {happened.Sector}) ON CONFLICT DO NOTHING", cancel);
        await db.Commit(cancel);
    }
}
