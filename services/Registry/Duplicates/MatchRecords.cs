using Microsoft.EntityFrameworkCore;

namespace Gms.Registry.Duplicates;

/// <summary>Writes what others are compared with.</summary>
static class MatchRecords
{
    /// <summary>Of a new worker: saved with the worker by the call's commit.</summary>
    public static void Write(RegistryDb db, MatchRecord record) => db.MatchRecords.Add(record);

    /// <summary>Of a worker whose facts changed: saved with the change by the call's commit.</summary>
    public static async Task Rewrite(RegistryDb db, MatchRecord record, CancellationToken cancel)
    {
        if (await db.MatchRecords.FindAsync([record.WorkerId], cancel) is { } old)
            db.Entry(old).CurrentValues.SetValues(record);
        else
            db.MatchRecords.Add(record);
    }
}
