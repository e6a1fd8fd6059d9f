using System.Globalization;
using Gms.Local;
using Gms.Platform;
using Gms.Population;
using Gms.Registry;
using Gms.Registry.Duplicates;
using Gms.Registry.Workers;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace Gms.Matching;

/// <summary>
/// A registry's database of a generated population, in a cluster of its own under .local/scale: workers, their names and what they are compared by.
/// Kept between runs, and grown when more are asked for. Documents and contacts stand in the comparison only.
/// </summary>
sealed class ScaleDatabase(string checkout, Matcher matcher) : IAsyncDisposable
{
    public const int Seed = 303;

    const int Chunk = 50_000;
    const string Database = "registry";

    readonly LocalSystem _system = new(checkout, Path.Combine(checkout, ".local", "scale"));

    public People People { get; } = new(Seed);

    public Office Office { get; } = new(new ErrorRates(), Seed);

    public string Connection => Admin(Database);

    public async Task Start(CancellationToken cancel)
    {
        if (!_system.AnythingRuns)
            _system.Ports.MoveIfTaken();
        await _system.Postgres.Start(cancel);
        var (app, steps) = (_system.State.Secret("registry_app.password"), _system.State.Secret("registry_steps.password"));
        await _system.Postgres.CreateDatabase(Database, app, steps, cancel);
        SchemaSteps.Apply<RegistryDb>(
            _system.Postgres.ConnectionString(Database, "registry_steps", steps, 2), _system.Postgres.ConnectionString(Database, "registry_app", app, 2));
    }

    public async Task<long> Count(CancellationToken cancel) => Convert.ToInt64(await Ask("SELECT count(*) FROM match_records", cancel), CultureInfo.InvariantCulture);

    public async Task<double> Gigabytes(string what, CancellationToken cancel) => Convert.ToDouble(await Ask($"SELECT {what}", cancel), CultureInfo.InvariantCulture) / 1e9;

    /// <summary>Adds people until there are so many; the index of keys is made after.</summary>
    public async Task Grow(long from, long to, CancellationToken cancel)
    {
        await Ask("DROP INDEX IF EXISTS match_records_keys", cancel);
        var made = Task.Run(() => Make(from, Math.Min(from + Chunk, to)), cancel);
        for (var start = from; start < to; start += Chunk)
        {
            var chunk = await made;
            var next = start + Chunk;
            made = next < to ? Task.Run(() => Make(next, Math.Min(next + Chunk, to)), cancel) : Task.FromResult(Array.Empty<Made>());
            await Task.WhenAll(CopyRecords(chunk, cancel), CopyWorkers(chunk, cancel), CopyNames(chunk, cancel));
        }
        await Ask("SET maintenance_work_mem = '1GB'; CREATE INDEX match_records_keys ON match_records USING gin (keys) WITH (fastupdate = off)", cancel);
        await Ask("VACUUM (ANALYZE) match_records", cancel);
        await Ask("CHECKPOINT", cancel);
    }

    public async ValueTask DisposeAsync() => await _system.Postgres.Stop(CancellationToken.None);

    Made[] Make(long from, long to)
    {
        var made = new Made[to - from];
        Parallel.For(0, made.Length, i =>
        {
            var entry = Office.First(People[from + i]);
            var id = new Guid($"01980000-0000-7000-8000-{from + i:x12}");
            var number = Number(entry.Country, from + i);
            made[i] = new(entry, matcher.Record(id, number, matcher.Features(Desk.Facts(entry))));
        });
        return made;
    }

    /// <summary>A valid worker number that follows from the index: the check character is the one that fits.</summary>
    public static string Number(string country, long index)
    {
        const string alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        for (var mix = index * 31; ; mix++)
        {
            var body = string.Concat(Enumerable.Range(0, 8).Select(i => alphabet[(int)(mix >> (5 * i)) & 31]));
            foreach (var check in alphabet)
                if (WorkerNumber.Parse(country + body + check) is { } number)
                    return number;
        }
    }

    async Task CopyRecords(Made[] chunk, CancellationToken cancel)
    {
        await using var connection = await OpenForLoad(cancel);
        using var signals = new ServiceSignals();
        await using var db = new RegistryDb(new DbContextOptionsBuilder<RegistryDb>().UseNpgsql(connection).Options, new Call(), signals);
        await BulkCopy.Write(db, chunk.Select(m => m.Record), cancel);
    }

    async Task CopyWorkers(Made[] chunk, CancellationToken cancel)
    {
        await using var connection = await OpenForLoad(cancel);
        await using var rows = await connection.BeginBinaryImportAsync(
            "COPY workers (id, worker_number, country, birth_date, sex, nationality, stateless, province, enrolled_at, version) FROM STDIN (FORMAT binary)", cancel);
        foreach (var (_, record) in chunk)
        {
            await rows.StartRowAsync(cancel);
            await rows.WriteAsync(record.WorkerId, NpgsqlDbType.Uuid, cancel);
            await rows.WriteAsync(record.WorkerNumber, NpgsqlDbType.Varchar, cancel);
            await rows.WriteAsync(record.Country, NpgsqlDbType.Char, cancel);
            await rows.WriteAsync(record.BirthDate.ToString(), NpgsqlDbType.Varchar, cancel);
            await rows.WriteAsync(record.Sex.ToString(), NpgsqlDbType.Varchar, cancel);
            await rows.WriteAsync(record.Nationality, NpgsqlDbType.Char, cancel);
            await rows.WriteAsync(false, NpgsqlDbType.Boolean, cancel);
            if (record.Province is { } province)
                await rows.WriteAsync(province, NpgsqlDbType.Varchar, cancel);
            else
                await rows.WriteNullAsync(cancel);
            await rows.WriteAsync(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), NpgsqlDbType.TimestampTz, cancel);
            await rows.WriteAsync(1L, NpgsqlDbType.Bigint, cancel);
        }
        await rows.CompleteAsync(cancel);
    }

    async Task CopyNames(Made[] chunk, CancellationToken cancel)
    {
        await using var connection = await OpenForLoad(cancel);
        await using var rows = await connection.BeginBinaryImportAsync("COPY worker_names (worker_id, position, \"full\", script) FROM STDIN (FORMAT binary)", cancel);
        foreach (var (entry, record) in chunk)
            for (var i = 0; i < entry.Names.Count; i++)
            {
                await rows.StartRowAsync(cancel);
                await rows.WriteAsync(record.WorkerId, NpgsqlDbType.Uuid, cancel);
                await rows.WriteAsync(i, NpgsqlDbType.Integer, cancel);
                await rows.WriteAsync(entry.Names[i], NpgsqlDbType.Varchar, cancel);
                await rows.WriteAsync(Scripts.Of(entry.Names[i]), NpgsqlDbType.Char, cancel);
            }
        await rows.CompleteAsync(cancel);
    }

    /// <summary>Every row was made with its parent, so that references need not be looked up one by one.</summary>
    async Task<NpgsqlConnection> OpenForLoad(CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(Connection);
        await connection.OpenAsync(cancel);
        await using var command = new NpgsqlCommand("SET synchronous_commit = off; SET session_replication_role = replica", connection);
        await command.ExecuteNonQueryAsync(cancel);
        return connection;
    }

    async Task<object?> Ask(string sql, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(Connection);
        await connection.OpenAsync(cancel);
        object? answer = null;
        foreach (var one in sql.Split("; "))
        {
            await using var command = new NpgsqlCommand(one, connection) { CommandTimeout = 0 };
            answer = await command.ExecuteScalarAsync(cancel);
        }
        return answer;
    }

    string Admin(string database) => new NpgsqlConnectionStringBuilder(_system.Postgres.AdminConnectionString) { Database = database, MaxPoolSize = 10 }.ConnectionString;

    sealed record Made(Entry Entry, MatchRecord Record);
}
