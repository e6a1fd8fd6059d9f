using System.Buffers.Binary;
using Npgsql;
using NpgsqlTypes;

namespace Gms.Bench.Members;

/// <summary>
/// Members of TH-SSF-33 written by COPY: number and id of each follow from its place in the table, so that any of ten million can be asked for without
/// keeping a list. Months are one to three ranges of the last five years.
/// </summary>
sealed class MemberTable(string admin)
{
    const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    const long Bodies = 1L << 40;

    /// <summary>Beyond this the exclusion constraints are not built again: it takes an hour, and no check reads their indexes.</summary>
    const int MostWithConstraints = 100_000;

    static readonly string[] Constraints = ["memberships_no_overlap", "memberships_one_at_a_time", "memberships_apart"];
    static readonly DateOnly Newest = new(2026, 10, 1);

    int _count;

    public int Count => _count;

    /// <summary>Whether the exclusion constraints of short spells stand.</summary>
    public bool HasConstraints => _count <= MostWithConstraints;

    /// <summary>The number of a member: a permutation of all bodies, of which those with a sign as check character are passed over.</summary>
    public static string Number(long place)
    {
        Span<char> body = stackalloc char[8];
        for (var attempt = 0; ; attempt++)
        {
            var value = (((place * 16) + attempt) * 786_433_127L) % Bodies;
            for (var i = 7; i >= 0; i--, value >>= 5)
                body[i] = Alphabet[(int)(value & 31)];
            var sum = ('L' - 'A') % 37 * 26 % 37;
            foreach (var c in body)
                sum = ((sum * 32) + Alphabet.IndexOf(c, StringComparison.Ordinal)) % 37;
            if (sum < 32)
                return $"LA-{body[..4]}-{body[4..]}-{Alphabet[sum]}";
        }
    }

    /// <summary>The id of a membership: scattered over the index as the numbers are.</summary>
    public static Guid Id(long place)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, unchecked((ulong)place * 0x9E3779B97F4A7C15));
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], place);
        return new(bytes, bigEndian: true);
    }

    /// <summary>Fills the table up to so many members.</summary>
    public async Task Grow(int count, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(admin + ";Command Timeout=0");
        await connection.OpenAsync(cancel);
        var definitions = new Dictionary<string, string>();
        foreach (var name in Constraints)
            if (await Scalar(connection, $"SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = '{name}'", cancel) is string definition)
                definitions[name] = definition;
        var index = (string)(await Scalar(connection, "SELECT pg_get_indexdef('memberships_worker'::regclass)", cancel))!;
        await Run(connection, $"{string.Join(';', definitions.Keys.Select(c => $"ALTER TABLE memberships DROP CONSTRAINT {c}"))}; DROP INDEX memberships_worker", cancel);

        await using (var copy = await connection.BeginBinaryImportAsync(
            "COPY memberships (id, worker_number, country, scheme, employer, employment_type, channel, from_day, to_day, born, sex, version, paid_months, sole, apart, apart_from) FROM STDIN (FORMAT BINARY)", cancel))
        {
            for (var place = _count; place < count; place++)
                await Write(copy, place, cancel);
            await copy.CompleteAsync(cancel);
        }
        _count = count;

        await Run(connection, "SET maintenance_work_mem = '512MB'; " + index, cancel);
        if (HasConstraints)
            foreach (var (name, definition) in definitions)
                await Run(connection, $"ALTER TABLE memberships ADD CONSTRAINT {name} {definition}", cancel);
        await Run(connection, "VACUUM ANALYZE memberships", cancel);
    }

    /// <summary>Gigabytes of table and indexes.</summary>
    public async Task<double> Size(CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(admin);
        await connection.OpenAsync(cancel);
        return (long)(await Scalar(connection, "SELECT pg_total_relation_size('memberships')", cancel))! / 1e9;
    }

    static async Task Write(NpgsqlBinaryImporter copy, int place, CancellationToken cancel)
    {
        await copy.StartRowAsync(cancel);
        await copy.WriteAsync(Id(place), NpgsqlDbType.Uuid, cancel);
        await copy.WriteAsync(Number(place), NpgsqlDbType.Text, cancel);
        await copy.WriteAsync("TH", NpgsqlDbType.Char, cancel);
        await copy.WriteAsync("TH-SSF-33", NpgsqlDbType.Text, cancel);
        await copy.WriteAsync($"{1_000_000_000 + (place % 50_000)}", NpgsqlDbType.Text, cancel);
        await copy.WriteAsync("FORMAL", NpgsqlDbType.Text, cancel);
        await copy.WriteAsync("MOU_S59", NpgsqlDbType.Text, cancel);
        await copy.WriteAsync(Newest.AddMonths(-60).AddDays(place % 31), NpgsqlDbType.Date, cancel);
        await copy.WriteNullAsync(cancel);
        await copy.WriteAsync($"{1970 + (place % 35)}-0{1 + (place % 9)}-1{place % 10}", NpgsqlDbType.Text, cancel);
        await copy.WriteAsync(place % 2 == 0 ? "female" : "male", NpgsqlDbType.Text, cancel);
        await copy.WriteAsync(1L, NpgsqlDbType.Bigint, cancel);
        await copy.WriteAsync(Months(place), NpgsqlDbType.DateMultirange, cancel);
        await copy.WriteAsync(false, NpgsqlDbType.Boolean, cancel);
        await copy.WriteAsync("TH-SSF-33-OR-39", NpgsqlDbType.Text, cancel);
        await copy.WriteAsync(new DateOnly(1994, 1, 1), NpgsqlDbType.Date, cancel);
    }

    static NpgsqlRange<DateOnly>[] Months(int place) =>
        [.. Enumerable.Range(0, 1 + (place % 3)).Select(run => Newest.AddMonths(-59 + (run * 20))).Select(first => new NpgsqlRange<DateOnly>(first, true, first.AddMonths(4 + (place % 15)), false))];

    static async Task<object?> Scalar(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancel);
    }

    static async Task Run(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        foreach (var one in sql.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            await using var command = new NpgsqlCommand(one, connection);
            await command.ExecuteNonQueryAsync(cancel);
        }
    }
}
