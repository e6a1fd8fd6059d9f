using Gms.Bench.Members;
using Npgsql;
using NpgsqlTypes;

namespace Gms.Bench.Pages;

/// <summary>Workers with a short journey each, written by COPY: the numbers are those of MemberTable, so that one person is in both databases.</summary>
sealed class JourneyTable(string admin)
{
    static readonly (string Name, string Service, string Country, int Day)[] Journey =
    [
        ("gms.registry.worker-enrolled:1", "registry", "LA", 0),
        ("gms.recruitment.contract-registered:1", "recruitment", "LA", 20),
        ("gms.departure-orientation.certificate-issued:1", "departure-orientation", "LA", 40),
        ("gms.registry.worker-exited:1", "registry", "LA", 60),
    ];

    static readonly DateTime First = new(2024, 1, 1, 3, 0, 0, DateTimeKind.Utc);

    public async Task Fill(int count, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(admin + ";Command Timeout=0");
        await connection.OpenAsync(cancel);
        var (key, version) = await SomeKey(connection, cancel);
        await using (var workers = await connection.BeginBinaryImportAsync("COPY workers (id, worker_number, country, birth_date, sex, nationality, stateless, enrolled_at, version, person_key, key_version) FROM STDIN (FORMAT BINARY)", cancel))
        {
            for (var place = 0; place < count; place++)
            {
                await workers.StartRowAsync(cancel);
                await workers.WriteAsync(MemberTable.Id(place), NpgsqlDbType.Uuid, cancel);
                await workers.WriteAsync(MemberTable.Number(place), NpgsqlDbType.Text, cancel);
                await workers.WriteAsync("LA", NpgsqlDbType.Char, cancel);
                await workers.WriteAsync($"{1970 + (place % 35)}", NpgsqlDbType.Text, cancel);
                await workers.WriteAsync(place % 2 == 0 ? "Female" : "Male", NpgsqlDbType.Text, cancel);
                await workers.WriteAsync("LA", NpgsqlDbType.Char, cancel);
                await workers.WriteAsync(false, NpgsqlDbType.Boolean, cancel);
                await workers.WriteAsync(First.AddMinutes(place % 500_000), NpgsqlDbType.TimestampTz, cancel);
                await workers.WriteAsync(1L, NpgsqlDbType.Bigint, cancel);
                await workers.WriteAsync(key, NpgsqlDbType.Bytea, cancel);
                await workers.WriteAsync(version, NpgsqlDbType.Integer, cancel);
            }
            await workers.CompleteAsync(cancel);
        }

        await using (var find = new NpgsqlCommand("SELECT generation FROM journey_builds WHERE state = 'Current'", connection))
            await Entries(connection, (int)(await find.ExecuteScalarAsync(cancel))!, count, cancel);
        await using var analyze = new NpgsqlCommand("ANALYZE workers; ANALYZE journey_entries", connection);
        await analyze.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>The key of somebody enrolled, for all: nothing is encrypted with it here, and who has none would be given one while the pages are measured.</summary>
    static async Task<(byte[] Key, int Version)> SomeKey(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var find = new NpgsqlCommand("SELECT person_key, key_version FROM workers WHERE person_key IS NOT NULL LIMIT 1", connection);
        await using var row = await find.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        return (row.GetFieldValue<byte[]>(0), row.GetInt32(1));
    }

    static async Task Entries(NpgsqlConnection connection, int generation, int count, CancellationToken cancel)
    {
        await using var entries = await connection.BeginBinaryImportAsync(
            "COPY journey_entries (generation, event_id, worker_number, country, name, service, subject_id, subject_version, occurred_at) FROM STDIN (FORMAT BINARY)", cancel);
        for (var place = 0; place < count; place++)
            for (var step = 0; step < Journey.Length; step++)
            {
                var (name, service, country, day) = Journey[step];
                await entries.StartRowAsync(cancel);
                await entries.WriteAsync(generation, NpgsqlDbType.Integer, cancel);
                await entries.WriteAsync(MemberTable.Id(((long)place * Journey.Length) + step), NpgsqlDbType.Uuid, cancel);
                await entries.WriteAsync(MemberTable.Number(place), NpgsqlDbType.Text, cancel);
                await entries.WriteAsync(country, NpgsqlDbType.Char, cancel);
                await entries.WriteAsync(name, NpgsqlDbType.Text, cancel);
                await entries.WriteAsync(service, NpgsqlDbType.Text, cancel);
                await entries.WriteAsync(MemberTable.Id(place).ToString(), NpgsqlDbType.Text, cancel);
                await entries.WriteAsync(1L, NpgsqlDbType.Bigint, cancel);
                await entries.WriteAsync(First.AddMinutes(place % 500_000).AddDays(day), NpgsqlDbType.TimestampTz, cancel);
            }
        await entries.CompleteAsync(cancel);
    }
}
