using Microsoft.EntityFrameworkCore;

namespace Gms.Registry.Erasures;

/// <summary>
/// Everything by which a person could be told apart. The person's key goes, so that what is encrypted is unreadable in every backup too, and the
/// rows go. All in one transaction with its audit; the worker number stays, so that audit rows and seals hold and other services' records, which
/// have no names, still belong to somebody. One statement for each table that holds such data.
/// </summary>
static class PersonsData
{
    /// <returns>The record's version, which the event tells.</returns>
    public static async Task<long> Erase(RegistryDb db, string workerNumber, DateTimeOffset now, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"DELETE FROM match_records WHERE worker_number = {workerNumber}", cancel);
        await db.Database.ExecuteSqlAsync($"UPDATE distress_cases SET words_encrypted = NULL WHERE worker_number = {workerNumber}", cancel);
        await db.Database.ExecuteSqlAsync($"DELETE FROM worker_names WHERE worker_id = (SELECT id FROM workers WHERE worker_number = {workerNumber})", cancel);
        await db.Database.ExecuteSqlAsync($"DELETE FROM match_records WHERE worker_number = {workerNumber}", cancel);
        await db.Database.ExecuteSqlAsync($"DELETE FROM worker_contacts WHERE worker_id = (SELECT id FROM workers WHERE worker_number = {workerNumber})", cancel);
        await db.Database.ExecuteSqlAsync($"DELETE FROM worker_relatives WHERE worker_id = (SELECT id FROM workers WHERE worker_number = {workerNumber})", cancel);
        await db.Database.ExecuteSqlAsync($"DELETE FROM match_records WHERE worker_number = {workerNumber}", cancel);
        await db.Database.ExecuteSqlAsync($"DELETE FROM documents WHERE worker_id = (SELECT id FROM workers WHERE worker_number = {workerNumber})", cancel);
        await db.Database.ExecuteSqlAsync($"UPDATE passes SET text_encrypted = NULL WHERE worker_number = {workerNumber}", cancel);    // the row stays: its index in the status list is given once
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE workers SET birth_date = left(birth_date, 4), nationality = NULL, stateless = false, province = NULL, languages = ARRAY[]::varchar[], no_document_reason = NULL, registered_under = NULL,
                father_name_encrypted = NULL, mother_name_encrypted = NULL, home_address_encrypted = NULL,
                person_key = NULL, key_version = NULL, key_destroyed_at = {now}, erased_at = {now}, version = version + 1
            WHERE worker_number = {workerNumber}
            """, cancel);
        return await db.Workers.IgnoreQueryFilters().Where(w => w.WorkerNumber == workerNumber).Select(w => w.Version).SingleAsync(cancel);
    }
}
