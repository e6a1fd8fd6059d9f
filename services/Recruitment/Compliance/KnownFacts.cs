using System.Data;
using System.Globalization;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Gms.Recruitment.Compliance;

/// <summary>
/// Facts as they were on record at an earlier instant. Within the transaction the same queries read the views of the schema "known", which show each
/// record as it was then (Migrations/0006_facts_as_known.sql).
/// </summary>
static class KnownFacts
{
    /// <summary>As of an instant of the database's clock.</summary>
    public static Task<IDbContextTransaction> AsKnown(this RecruitmentDb db, DateTimeOffset at, CancellationToken cancel) => Begin(db, at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), "", cancel);

    /// <summary>As of the moment of a kept verdict, exactly: what was committed then, and nothing else.</summary>
    public static Task<IDbContextTransaction> AsKnown(this RecruitmentDb db, string snapshot, CancellationToken cancel) => Begin(db, "", snapshot, cancel);

    /// <summary>Everything read within sees one moment, which the snapshot names.</summary>
    public static async Task<(IDbContextTransaction Transaction, string Snapshot)> AtOneMoment(this RecruitmentDb db, CancellationToken cancel)
    {
        var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        return (transaction, (await db.Database.SqlQuery<string>($"""SELECT pg_current_snapshot()::text AS "Value" """).ToListAsync(cancel))[0]);
    }

    static async Task<IDbContextTransaction> Begin(RecruitmentDb db, string at, string snapshot, CancellationToken cancel)
    {
        var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        await db.Database.ExecuteSqlAsync(
            $"SELECT set_config('registry.known_at', {at}, true), set_config('registry.known_snapshot', {snapshot}, true), set_config('search_path', 'known, public', true)", cancel);
        return transaction;
    }
}
