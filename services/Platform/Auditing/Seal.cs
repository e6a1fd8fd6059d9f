using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Npgsql;

namespace Gms.Platform;

/// <summary>A signed, numbered hash over the audit rows of the transactions from <see cref="FromXid"/> (inclusive) to <see cref="ToXid"/> (exclusive).</summary>
public sealed record Seal(long Number, ulong FromXid, ulong ToXid, long Rows, byte[] Hash, int KeyVersion, byte[] Signature, DateTimeOffset SealedAt)
{
    /// <summary>What is signed: everything but the signature.</summary>
    internal byte[] Text(byte[] previous) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
        $"gms-seal:1|{Number}|{FromXid}|{ToXid}|{Rows}|{Convert.ToHexString(Hash)}|{Convert.ToHexString(previous)}|{KeyVersion}|{SealedAt.ToUnixTimeMilliseconds()}"));

    /// <summary>The hash of the rows of a span, read in the order of their transactions and ids, chained to the seal before.</summary>
    internal static async Task<(byte[] Hash, long Rows)> HashRows(NpgsqlConnection connection, ulong from, ulong to, byte[] previous, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        await using var command = new NpgsqlCommand(
            """
            SELECT jsonb_build_array(id, extract(epoch from at), xid::text, kind, event, call, account, organisation, actor, purpose, subject, fields, outcome, correlation_id)::text
            FROM audit WHERE xid >= $1::text::xid8 AND xid < $2::text::xid8 ORDER BY xid, id
            """, connection);
        command.Parameters.Add(new() { Value = from.ToString(CultureInfo.InvariantCulture) });
        command.Parameters.Add(new() { Value = to.ToString(CultureInfo.InvariantCulture) });
        await using var row = await command.ExecuteReaderAsync(cancel);
        var rows = 0L;
        while (await row.ReadAsync(cancel))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(row.GetString(0)));
            hash.AppendData("\n"u8);
            rows++;
        }
        return (hash.GetHashAndReset(), rows);
    }

    internal static async Task<List<Seal>> ReadAll(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("SELECT number, from_xid::text, to_xid::text, row_count, hash, key_version, signature, sealed_at FROM seals ORDER BY number", connection);
        await using var row = await command.ExecuteReaderAsync(cancel);
        var seals = new List<Seal>();
        while (await row.ReadAsync(cancel))
            seals.Add(new(row.GetInt64(0), ulong.Parse(row.GetString(1), CultureInfo.InvariantCulture), ulong.Parse(row.GetString(2), CultureInfo.InvariantCulture),
                row.GetInt64(3), row.GetFieldValue<byte[]>(4), row.GetInt32(5), row.GetFieldValue<byte[]>(6), row.GetFieldValue<DateTimeOffset>(7)));
        return seals;
    }

    /// <summary>Seals as they are kept outside the database, one JSON object a line.</summary>
    internal static string ToLine(Seal seal) => JsonSerializer.Serialize(seal);

    internal static Seal FromLine(string line) => JsonSerializer.Deserialize<Seal>(line)!;

    /// <summary>The copies in a file. A line that a crash cut short is passed over: its seal is copied again at the next start.</summary>
    internal static List<Seal> ReadFile(string file) => File.Exists(file) ? [.. File.ReadLines(file).Where(l => l.StartsWith('{') && l.EndsWith('}')).Select(FromLine)] : [];
}
