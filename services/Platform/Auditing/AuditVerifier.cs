using Npgsql;

namespace Gms.Platform;

/// <summary>What verification found. <see cref="Faults"/> is empty when every sealed row is as it was sealed.</summary>
/// <param name="Seals">How many seals there are.</param>
/// <param name="SealedRows">How many rows are under them.</param>
/// <param name="UnsealedRows">How many came since: nothing is known of them yet.</param>
/// <param name="SealedAt">When the last seal was made: the unsealed window begins before it, with the oldest transaction that ran then. Null without seals.</param>
/// <param name="Faults">What is not as it was sealed.</param>
public sealed record AuditVerdict(long Seals, long SealedRows, long UnsealedRows, DateTimeOffset? SealedAt, IReadOnlyList<string> Faults);

/// <summary>
/// Recomputes every seal from the rows and compares it with the copies outside the database. Finds an edited, inserted, deleted, reordered and
/// tail-truncated row, and a chain that the database's owner recomputed. The service may run meanwhile.
/// </summary>
public static class AuditVerifier
{
    static readonly TimeSpan LongestCopying = TimeSpan.FromSeconds(2);

    public static async Task<AuditVerdict> Verify(NpgsqlDataSource database, IKeys keys, ServiceIdentity service, SealSettings settings, CancellationToken cancel)
    {
        // A seal is in the database before its copy is in the file: whatever copy is there now is in the database afterwards.
        var outside = Seal.ReadFile(settings.FileOf(service));
        await using var connection = await database.OpenConnectionAsync(cancel);
        var seals = await Seal.ReadAll(connection, cancel);
        var faults = new List<string>();
        var (previous, next, number, rows) = (Array.Empty<byte>(), 0UL, 0L, 0L);

        foreach (var seal in seals)
        {
            if (seal.Number != ++number || seal.FromXid != next)
                faults.Add($"Seal {seal.Number} does not follow the one before it.");
            var (hash, count) = await Seal.HashRows(connection, seal.FromXid, seal.ToXid, previous, cancel);
            if (count != seal.Rows || !hash.AsSpan().SequenceEqual(seal.Hash))
                faults.Add($"The rows under seal {seal.Number} ({seal.SealedAt:u}) are not those that were sealed: {count} rows, {seal.Rows} sealed.");
            if (keys.All(KeyKind.Seal, service.Client).SingleOrDefault(k => k.Version == seal.KeyVersion)?.Verify(seal.Text(previous), seal.Signature) is not true)
                faults.Add($"The signature of seal {seal.Number} does not hold.");
            (previous, next, number, rows) = (seal.Hash, seal.ToXid, seal.Number, rows + seal.Rows);
        }

        faults.AddRange(Compare(seals, outside));
        foreach (var missing in await WithoutCopy(seals, settings.FileOf(service), cancel))
            faults.Add($"Seal {missing} has no copy outside the database.");
        var (_, unsealed) = await Seal.HashRows(connection, next, ulong.MaxValue, [], cancel);
        return new(seals.Count, rows, unsealed, seals.Count > 0 ? seals[^1].SealedAt : null, faults);
    }

    static IEnumerable<string> Compare(List<Seal> seals, List<Seal> outsides)
    {
        var inside = seals.ToDictionary(s => s.Number);
        foreach (var outside in outsides)
        {
            if (!inside.TryGetValue(outside.Number, out var seal))
                yield return $"Seal {outside.Number} was taken out of the database.";
            else if (!seal.Signature.AsSpan().SequenceEqual(outside.Signature))
                yield return $"Seal {outside.Number} in the database is not the one that was written outside it.";
        }
    }

    /// <summary>The seals that are still not in the file when a running sealer has had the time to copy them.</summary>
    static async Task<IReadOnlyList<long>> WithoutCopy(List<Seal> seals, string file, CancellationToken cancel)
    {
        for (var begun = TimeProvider.System.GetTimestamp(); ;)
        {
            List<long> missing = [.. seals.Select(s => s.Number).Except(Seal.ReadFile(file).Select(s => s.Number)).Order()];
            if (missing.Count == 0 || TimeProvider.System.GetElapsedTime(begun) > LongestCopying)
                return missing;
            await Task.Delay(TimeSpan.FromMilliseconds(50), cancel);
        }
    }
}
