using Gms.Events.Recruitment;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;

namespace Gms.Recruitment.Complaints;

/// <summary>Looks whether what was paid for a recruitment passes the national limit now, and opens a complaint if it does.</summary>
public sealed class OnCostRecorded(RecruitmentDb db, OwnComplaints own) : IHandle<CostRecorded>
{
    public async Task Handle(CostRecorded happened, CancellationToken cancel)
    {
        // Of two payments recorded at once the second waits until the first has opened its complaint.
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({happened.ContractId.ToString()}, 7))", cancel);
        await own.LookAtCosts(happened.ContractId, cancel);
        await db.Commit(cancel);
    }
}
