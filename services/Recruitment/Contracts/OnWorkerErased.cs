using Gms.Events.Registry;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;

namespace Gms.Recruitment.Contracts;

/// <summary>Of an erased person only the year of birth stays with the contracts, and with what was on record of them earlier (docs/decisions/0012).</summary>
public sealed class OnWorkerErased(RecruitmentDb db) : IHandle<WorkerErased>
{
    public async Task Handle(WorkerErased happened, CancellationToken cancel)
    {
        string[] numbers = [happened.WorkerNumber];    // after a merge each number of the person is told by itself
        await db.Database.ExecuteSqlAsync($"SELECT forget_born({numbers})", cancel);
        await db.Commit(cancel);
    }
}
