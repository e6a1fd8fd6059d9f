using Npgsql;

namespace Gms.Platform;

/// <summary>What verification found. <see cref="Faults"/> is empty when every sealed row is as it was sealed.</summary>
public sealed record AuditVerdict(long Seals, long SealedRows, long UnsealedRows, IReadOnlyList<string> Faults);

/// <summary>
/// Recomputes every seal from the rows and compares it with the copies outside the database. Finds an edited, inserted, deleted, reordered and
/// tail-truncated row, and a chain that the database's owner recomputed.
/// </summary>
public static class AuditVerifier
{
    public static async Task<AuditVerdict> Verify(NpgsqlDataSource database, IKeys keys, ServiceIdentity service, SealSettings settings, CancellationToken cancel)
    {
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

        faults.AddRange(CompareOutside(seals, settings.FileOf(service)));
        var (_, unsealed) = await Seal.HashRows(connection, next, ulong.MaxValue, [], cancel);
        return new(seals.Count, rows, unsealed, faults);
    }

    static IEnumerable<string> CompareOutside(List<Seal> seals, string file)
    {
        if (!File.Exists(file))
        {
            if (seals.Count > 0)
                yield return "The copies of the seals outside the database are missing.";
            yield break;
        }

        var inside = seals.ToDictionary(s => s.Number);
        var outsides = Seal.ReadFile(file);
        foreach (var number in inside.Keys.Except(outsides.Select(o => o.Number)).Order())
            yield return $"Seal {number} has no copy outside the database.";
        foreach (var outside in outsides)
        {
            if (!inside.TryGetValue(outside.Number, out var seal))
                yield return $"Seal {outside.Number} was taken out of the database.";
            else if (!seal.Signature.AsSpan().SequenceEqual(outside.Signature))
                yield return $"Seal {outside.Number} in the database is not the one that was written outside it.";
        }
    }
}
