using Microsoft.EntityFrameworkCore;

namespace Gms.Registry.Erasures;

/// <summary>
/// Everything by which a person could be told apart. Taken away in one transaction with its audit; the worker number stays, so that audit rows
/// and seals hold and other services' records, which have no names, still belong to somebody. One statement for each table that holds such data.
/// </summary>
static class PersonsData
{
    public static async Task Erase(RegistryDb db, string workerNumber, DateTimeOffset now, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"DELETE FROM worker_names WHERE worker_id = (SELECT id FROM workers WHERE worker_number = {workerNumber})", cancel);
        await db.Database.ExecuteSqlAsync($"DELETE FROM documents WHERE worker_id = (SELECT id FROM workers WHERE worker_number = {workerNumber})", cancel);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE workers SET birth_date = left(birth_date, 4), nationality = NULL, stateless = false, province = NULL, erased_at = {now}, version = version + 1
            WHERE worker_number = {workerNumber}
            """, cancel);
    }
}
