using System.Diagnostics;
using Gms.Imports.V1;
using Gms.Local;
using Gms.Local.Demo;
using Gms.Population;
using Gms.Registry.V1;
using Gms.Type.V1;
using Grpc.Core;
using Npgsql;

namespace Gms.Bench;

/// <summary>Bulk intake: rows per second from the first byte sent to the last timeline written, beside PostgreSQL's own COPY of the same rows.</summary>
sealed class Intake(LocalSystem system, Offices offices)
{
    const int Rows = 60_000, WarmUp = 15_000, Piece = 500, Seed = 9;

    static readonly string[] Tables = ["workers", "worker_names", "documents", "worker_contacts", "match_records"];

    readonly Workers.WorkersClient _workers = new(offices.To("Registry", Account.Ministry("LA"), "enrolment"));
    readonly People _people = new(Seed);
    long _next;

    public async Task<Figure> Measure(bool isChecked, double goal, CancellationToken cancel)
    {
        await Import(Made(WarmUp), isChecked, cancel);    // plans, pools and compiled code: an import of a season goes on for minutes
        var people = Made(Rows);
        var id = Guid.NewGuid();
        var begun = Stopwatch.GetTimestamp();
        var progress = await Import(people, isChecked, cancel, id);
        var taken = Stopwatch.GetElapsedTime(begun);
        await Wait.For(async stop => await Written(id, stop) == progress.Accepted + progress.ForReview, TimeSpan.FromMinutes(3), cancel);
        var whole = Stopwatch.GetElapsedTime(begun);
        var copy = await Copy(id, cancel);

        var perSecond = Rows / whole.TotalSeconds;
        return new($"ImportWorkers, duplicate check {(isChecked ? "on" : "off")}", "rows per second", perSecond)
        {
            Goal = goal,
            Ratio = perSecond / copy,
            Beside = new Dictionary<string, Side> { ["COPY of the same rows into tables with the same indexes"] = new(copy), ["until answered, timelines still being written"] = new(Rows / taken.TotalSeconds) },
            Note = $"{Rows} generated people of one country: {progress.Accepted} accepted, {progress.Matched} matched, {progress.ForReview} for review, {progress.Refused} refused. The goal is in rows per second; audit, encryption and outbox are on.",
        };
    }

    async Task<ImportProgress> Import(List<EnrolWorkerRequest> people, bool isChecked, CancellationToken cancel, Guid? id = null)
    {
        using var stream = _workers.ImportWorkers(cancellationToken: cancel);
        await stream.RequestStream.WriteAsync(new()
        {
            Header = new() { ImportId = (id ?? Guid.NewGuid()).ToString(), Country = "LA", Label = "bench", ExpectedRows = people.Count, UncheckedReason = isChecked ? "" : "A measurement without the search for duplicates." },
        }, cancel);
        for (var i = 0; i < people.Count; i += Piece)
            await stream.RequestStream.WriteAsync(new() { Rows = new() { FirstRow = i + 1, Workers = { people.Skip(i).Take(Piece) } } }, cancel);
        await stream.RequestStream.CompleteAsync();
        return (await stream).Progress;
    }

    List<EnrolWorkerRequest> Made(int count) => [.. Enumerable.Range(0, count).Select(_ => Request(_people.Of("LA", _next++)))];

    static EnrolWorkerRequest Request(Person person) => new()
    {
        Names = { new PersonName { Full = person.Name.Latin, Script = "Latn" } },
        BirthDate = new() { Year = person.Year, Month = person.Month, Day = person.Day },
        Sex = person.IsFemale ? Sex.Female : Sex.Male,
        Nationality = person.Country,
        Province = person.Province,
        FatherName = person.Father.Latin,
        Document = new() { Kind = person.Passport.Kind, Issuer = person.Passport.Issuer, Number = person.Passport.Number, ValidUntil = new() { Year = 2034, Month = 1, Day = 1 } },
        ContactFacts = new() { Contacts = { new Contact { Kind = ContactKind.Phone, Value = $"+85620{person.Index % 100_000_000:00000000}" } } },
    };

    async Task<long> Written(Guid import, CancellationToken cancel)
    {
        await using var connection = await Open(cancel);
        await using var command = new NpgsqlCommand("SELECT count(*) FROM journey_entries WHERE subject_id = $1", connection) { Parameters = { new() { Value = import.ToString() } } };
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>People per second by COPY: the rows that the import wrote, table after table, into empty tables of the same make.</summary>
    async Task<double> Copy(Guid import, CancellationToken cancel)
    {
        await using var connection = await Open(cancel);
        async Task Run(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
            await command.ExecuteNonQueryAsync(cancel);
        }

        await Run($"CREATE TEMP TABLE copied AS SELECT w.id FROM workers w JOIN journey_entries e USING (worker_number) WHERE e.subject_id = '{import}'");
        var begun = TimeSpan.Zero;
        foreach (var table in Tables)
        {
            await Run($"DROP TABLE IF EXISTS bench_{table}");
            await Run($"CREATE TABLE bench_{table} (LIKE {table} INCLUDING ALL)");
            var rows = new MemoryStream();
            await using (var from = await connection.BeginRawBinaryCopyAsync($"COPY (SELECT t.* FROM {table} t JOIN copied c ON c.id = t.{(table == "workers" ? "id" : "worker_id")}) TO STDOUT (FORMAT BINARY)", cancel))
                await from.CopyToAsync(rows, cancel);
            rows.Position = 0;
            var started = Stopwatch.GetTimestamp();
            await using (var to = await connection.BeginRawBinaryCopyAsync($"COPY bench_{table} FROM STDIN (FORMAT BINARY)", cancel))
                await rows.CopyToAsync(to, cancel);
            begun += Stopwatch.GetElapsedTime(started);
            await Run($"DROP TABLE bench_{table}");
        }
        await Run("DROP TABLE copied");
        return Rows / begun.TotalSeconds;
    }

    async Task<NpgsqlConnection> Open(CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(system.Postgres.AdminConnectionString) { Database = "registry", Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancel);
        return connection;
    }
}
