using Gms.Events.Registry;
using Microsoft.EntityFrameworkCore;

namespace Gms.Platform;

/// <summary>
/// What is known of worker numbers that are one person. Reads resolve a number first:
/// <code>var numbers = await db.NumbersOf(number, cancel);
/// db.Memberships.Where(m => numbers.Contains(m.WorkerNumber))</code>
/// Consumers of merges learn within the transaction of their inbox.
/// </summary>
public static class Aliases
{
    const long Lock = 0x474D53414C494153;    // "GMSALIAS"

    /// <summary>Every number of the same person, the one asked among them.</summary>
    public static async Task<IReadOnlyList<string>> NumbersOf(this ServiceDb db, string number, CancellationToken cancel) =>
        await db.Database.SqlQuery<string>($"""SELECT unnest(worker_numbers({number})) AS "Value" """).ToListAsync(cancel);

    /// <summary>For each of these numbers, every number of the same person.</summary>
    public static async Task<Dictionary<string, IReadOnlyList<string>>> NumbersOfEach(this ServiceDb db, IReadOnlyCollection<string> numbers, CancellationToken cancel)
    {
        string[] asked = [.. numbers.Distinct()];
        return (await db.Database.SqlQuery<AliasesOfOne>($"""SELECT asked AS "Asked", worker_numbers(asked) AS "Numbers" FROM unnest({asked}) AS asked""").ToListAsync(cancel))
            .ToDictionary(one => one.Asked, IReadOnlyList<string> (one) => one.Numbers);
    }

    sealed record AliasesOfOne(string Asked, string[] Numbers);

    /// <summary>The number to use: the survivor of merges, or the number asked when nothing absorbed it.</summary>
    public static async Task<string> SurvivorOf(this ServiceDb db, string number, CancellationToken cancel) =>
        await db.Database.SqlQuery<string>($"""SELECT worker_survivor({number}) AS "Value" """).SingleAsync(cancel);

    /// <summary>Takes in a merge.</summary>
    /// <returns>The numbers that are one person now, by side; null when the event came twice or a later one was here before.</returns>
    public static async Task<Sides?> Learn(this ServiceDb db, WorkersMerged happened, CancellationToken cancel)
    {
        var news = await Keep(db, happened.MergeId, happened.AbsorbedNumber, happened.WorkerNumber, happened.Turn, happened.MergedAt, null, happened.SubjectVersion, cancel);
        return news && await Holds(db, happened.AbsorbedNumber, happened.WorkerNumber, cancel) ? await SidesOf(db, happened.AbsorbedNumber, happened.WorkerNumber, cancel) : null;
    }

    /// <summary>
    /// Takes in that a merge was undone, and closes the work items between its two sides that it or a later merge had opened and nobody decided. What was decided
    /// against one of two because they were one person is put before an officer.
    /// </summary>
    /// <returns>The numbers by side, and since when they were one person here; null when the event came twice.</returns>
    public static async Task<Parted?> Learn(this ServiceDb db, WorkersUnmerged happened, CancellationToken cancel)
    {
        var since = await db.Aliases.AsNoTracking().Where(a => a.MergeId == happened.MergeId).Select(a => (DateTimeOffset?)a.RecordedAt).SingleOrDefaultAsync(cancel);
        if (!await Keep(db, happened.MergeId, happened.AbsorbedNumber, happened.WorkerNumber, happened.Turn, happened.MergedAt, happened.OccurredAt, happened.SubjectVersion, cancel))
            return null;

        await db.CloseWorkItems(MergeKey(happened.MergeId), "UNMERGED", "The merge was undone.", happened.OccurredAt, cancel);
        await db.SettleParted(happened, cancel);
        return since is { } learned ? new(await SidesOf(db, happened.AbsorbedNumber, happened.WorkerNumber, cancel), learned) : null;
    }

    /// <summary>The beginning of the key of every work item that a merge reveals.</summary>
    public static string MergeKey(Guid mergeId) => $"{mergeId:N}:";

    /// <summary>Events of merges are taken in one after the other: of two at once neither would see the sides that the other makes.</summary>
    static async Task<bool> Keep(ServiceDb db, Guid mergeId, string number, string survivor, int turn, DateTimeOffset since, DateTimeOffset? until, long version, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", cancel);
        return await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO worker_aliases (merge_id, number, survivor, turn, since, until, version)
            VALUES ({mergeId}, {number}, {survivor}, {turn}, {since.ToUniversalTime()}, {until?.ToUniversalTime()}, {version})
            ON CONFLICT (merge_id) DO UPDATE SET until = excluded.until, version = excluded.version WHERE excluded.version > worker_aliases.version
            """, cancel) > 0;
    }

    static async Task<bool> Holds(ServiceDb db, string number, string survivor, CancellationToken cancel) =>
        await db.Database.SqlQuery<bool>($"""SELECT EXISTS (SELECT FROM current_aliases WHERE number = {number} AND survivor = {survivor}) AS "Value" """).SingleAsync(cancel);

    static async Task<Sides> SidesOf(ServiceDb db, string absorbed, string survivor, CancellationToken cancel)
    {
        var under = await db.Database.SqlQuery<string>($"""SELECT unnest(worker_numbers_under({absorbed})) AS "Value" """).ToListAsync(cancel);
        return new(under, [.. (await db.NumbersOf(survivor, cancel)).Except(under)]);
    }
}

/// <summary>The two sides of a merge: the absorbed number with those that it had absorbed before, and all others of the person.</summary>
public sealed record Sides(IReadOnlyList<string> Absorbed, IReadOnlyList<string> Others)
{
    public IReadOnlyList<string> All => [.. Absorbed, .. Others];

    /// <summary>The pairs of rows, one of each side, that do not go together.</summary>
    public IEnumerable<(T Absorbed, T Other)> Pairs<T>(IReadOnlyCollection<T> rows, Func<T, string> number, Func<T, T, bool> clash) =>
        from absorbed in rows
        where Absorbed.Contains(number(absorbed))
        from other in rows
        where Others.Contains(number(other)) && clash(absorbed, other)
        select (absorbed, other);
}

/// <summary>An undone merge.</summary>
/// <param name="Since">The real time from which this service took the two sides for one person.</param>
public sealed record Parted(Sides Sides, DateTimeOffset Since)
{
    /// <summary>The least id that can have been made since then: ids are UUIDv7, which begin with the time.</summary>
    public Guid FirstId
    {
        get
        {
            Span<byte> bytes = stackalloc byte[16];
            bytes.Clear();
            System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(bytes, Since.ToUnixTimeMilliseconds() << 16);
            bytes[6] = 0x70;
            return new(bytes, bigEndian: true);
        }
    }
}
