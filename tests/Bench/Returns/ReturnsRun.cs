using System.Diagnostics;
using System.Globalization;
using System.Text;
using Gms.Imports.V1;
using Gms.Local;
using Gms.Local.Demo;
using Gms.Registry.V1;
using Google.Protobuf;
using Npgsql;

namespace Gms.Bench.Returns;

/// <summary>
/// A border closes: so many people come home in one CSV file, through the public import, the outbox, the broker and the handler that opens the cases; then every
/// return is reconciled with its case, and the order of triage is read to its end through the public call.
/// </summary>
sealed class ReturnsRun(string checkout, int count)
{
    const int RowsSent = 5000;

    static readonly TimeSpan Deadline = TimeSpan.FromMinutes(20);

    /// <summary>Most are driven out, every tenth is ill, every hundredth was abused; with what triage makes of it, those who need help soonest first.</summary>
    static readonly string[] InOrder = ["ABUSE", "ILLNESS", "FORCED_CONFLICT"];

    readonly StateFolder _state = new(Path.Combine(checkout, ".local", "bench"));
    readonly List<Figure> _figures = [];

    public async Task<Report> Run(CancellationToken cancel)
    {
        var (startedAt, clock) = (DateTimeOffset.UtcNow, Stopwatch.StartNew());
        var machine = new Machine(Environment.ProcessorCount, $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1_000_000} MB", double.Parse((await File.ReadAllTextAsync("/proc/loadavg", cancel)).Split(' ')[0], CultureInfo.InvariantCulture));
        await Empty(cancel);
        var system = new LocalSystem(checkout, _state.Root, ["Access", "Registry", "Reintegration"]);
        try
        {
            await Tell("Starting Access, Registry and Reintegration", async () =>
            {
                await system.Start(Steps.Silent, cancel);
                await system["Access"].RunVerb("demonstration", cancel);
            });
            await Measure(system, cancel);
        }
        finally
        {
            await Tell("Stopping", () => system.Stop(Steps.Silent, CancellationToken.None));
        }
        await Empty(cancel);
        return new(machine, _figures, startedAt, clock.Elapsed.TotalSeconds);
    }

    async Task Measure(LocalSystem system, CancellationToken cancel)
    {
        using var offices = new Offices(system);
        await using var registry = Database(system, "registry");
        await using var reintegration = Database(system, "reintegration");
        var workers = new List<string>();
        await Tell($"{count} workers", async () =>
        {
            await Enrolment.Of(count, "returns", offices, cancel);
            workers = await Column(registry, "SELECT worker_number FROM workers ORDER BY id DESC LIMIT $1", r => r.GetString(0), count, cancel);
        });
        await Told(registry, cancel);

        var clock = Stopwatch.StartNew();
        var (imported, opened, watched) = (TimeSpan.Zero, TimeSpan.Zero, Opened(reintegration, clock, cancel));
        await Tell($"{count} people come home", async () =>
        {
            await Import(offices, workers, cancel);
            imported = clock.Elapsed;
            opened = await watched;
        });
        _figures.Add(new($"Mass return of {count}, from the first row sent to the last case opened", "cases per second", count / opened.TotalSeconds)
        {
            Note = string.Create(CultureInfo.InvariantCulture, $"The import took {imported.TotalSeconds:0.0} s, {count / imported.TotalSeconds:0} rows a second; the last case was open after {opened.TotalSeconds:0.0} s, {(opened - imported).TotalSeconds:0.0} s after the import had answered."),
        });
        await Beside(reintegration, count / opened.TotalSeconds, cancel);
        await Reconciled(registry, reintegration, cancel);
        await InTriageOrder(offices, cancel);
    }

    /// <summary>The events of the enrolment are out before the clock starts.</summary>
    static Task Told(NpgsqlDataSource registry, CancellationToken cancel) =>
        Until(async stop => await One(registry, "SELECT count(*) FROM outbox WHERE published_at IS NULL", stop) == 0, "the enrolment is told", cancel);

    async Task Import(Offices offices, List<string> workers, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(DateTimeOffset.UtcNow.AddHours(7).DateTime);
        using var stream = new Gms.Registry.V1.Returns.ReturnsClient(offices.To("Registry", Account.Ministry("LA"), "reintegration")).ImportReturnsCsv(cancellationToken: cancel);
        await stream.RequestStream.WriteAsync(new() { Header = new ImportHeader { ImportId = Guid.NewGuid().ToString(), Country = "LA", Label = "mass return", ExpectedRows = count } }, cancel);
        var csv = new StringBuilder("worker_number,reason,from,returned_on\n");
        for (var i = 0; i < workers.Count; i++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"{workers[i]},{InOrder[i % 100 == 7 ? 0 : i % 10 == 3 ? 1 : 2]},TH,{today:yyyy-MM-dd}\n");
            if ((i + 1) % RowsSent == 0 || i == workers.Count - 1)
            {
                await stream.RequestStream.WriteAsync(new() { Content = ByteString.CopyFromUtf8(csv.ToString()) }, cancel);
                csv.Clear();
            }
        }
        await stream.RequestStream.CompleteAsync();
        var progress = (await stream).Progress;
        if (progress.Accepted != count)
            throw new CannotGoOnException($"Of {count} returns {progress.Accepted} were accepted.");
    }

    async Task<TimeSpan> Opened(NpgsqlDataSource reintegration, Stopwatch clock, CancellationToken cancel)
    {
        var last = TimeSpan.Zero;
        await Until(async stop =>
        {
            var there = await One(reintegration, "SELECT count(*) FROM cases", stop);
            last = clock.Elapsed;
            return there >= count;
        }, "the last case is open", cancel);
        return last;
    }

    /// <summary>The rows that the handler left, written once more by SQL alone in pieces of the same size: what the database could do with nothing around it.</summary>
    async Task Beside(NpgsqlDataSource reintegration, double rate, CancellationToken cancel)
    {
        const int piece = 500;
        await Run(reintegration, "CREATE TABLE bench_cases (LIKE cases INCLUDING ALL); CREATE TABLE bench_watches (LIKE step_watches INCLUDING ALL)", cancel);
        var ids = await Column(reintegration, "SELECT id FROM cases ORDER BY id LIMIT $1", r => r.GetGuid(0), count, cancel);
        var clock = Stopwatch.StartNew();
        foreach (var some in ids.Chunk(piece))
            await Run(reintegration, "WITH written AS (INSERT INTO bench_cases SELECT * FROM cases WHERE id = ANY ($1)) INSERT INTO bench_watches SELECT * FROM step_watches WHERE case_id = ANY ($1)", cancel, some);
        var plain = count / clock.Elapsed.TotalSeconds;
        await Run(reintegration, "DROP TABLE bench_cases, bench_watches", cancel);
        _figures[^1] = _figures[^1] with { Beside = new Dictionary<string, Side> { [$"the rows of cases and deadlines, SQL alone, {piece} in a transaction"] = new(plain, Ratio: rate / plain) }, Ratio = rate / plain };
    }

    async Task Reconciled(NpgsqlDataSource registry, NpgsqlDataSource reintegration, CancellationToken cancel)
    {
        var returns = (await Column(registry, "SELECT id FROM returns LIMIT $1", r => r.GetGuid(0), int.MaxValue, cancel)).ToHashSet();
        var cases = await Column(reintegration, "SELECT return_id FROM cases WHERE return_id IS NOT NULL LIMIT $1", r => r.GetGuid(0), int.MaxValue, cancel);
        var lost = returns.Except(cases).Count();
        var twice = cases.Count - cases.Distinct().Count() + cases.Except(returns).Count();
        var workers = count - await One(reintegration, "SELECT count(DISTINCT worker_number) FROM cases", cancel);
        var unwatched = await One(reintegration, "SELECT count(*) FROM cases c WHERE NOT EXISTS (SELECT FROM step_watches w WHERE w.case_id = c.id AND w.step = 'Assign')", cancel);
        var untold = count - await One(reintegration, "SELECT count(DISTINCT opened) FROM outbox, jsonb_array_elements_text(body::jsonb -> 'caseIds') AS opened WHERE name = 'gms.reintegration.cases-opened:1'", cancel);
        _figures.Add(new("Returns without a case", "of the Registry's own", lost) { Goal = 0, Note = $"{returns.Count} returns, {cases.Count} cases; {workers} workers without one." });
        _figures.Add(new("Cases double, or of no return", "cases", twice) { Goal = 0 });
        _figures.Add(new("Cases that nobody waits for, or of which no event tells", "cases", unwatched + untold) { Goal = 0, Note = $"{unwatched} without a deadline, {untold} untold." });
        if (lost + twice + workers + unwatched + untold != 0)
            throw new CannotGoOnException($"The returns do not match: {lost} lost, {twice} double, {workers} workers without a case, {unwatched} without a deadline, {untold} untold.");
    }

    async Task InTriageOrder(Offices offices, CancellationToken cancel)
    {
        var cases = new Gms.Reintegration.V1.Cases.CasesClient(offices.To("Reintegration", Account.Counsellor("LA"), "reintegration"));
        var (seen, times, before, reasons) = (new HashSet<string>(), new List<double>(), int.MaxValue, new List<string>());
        for (var token = ""; ;)
        {
            var clock = Stopwatch.StartNew();
            var page = await cases.ListCasesAsync(new() { Country = "LA", PageSize = 200, PageToken = token }, cancellationToken: cancel);
            times.Add(clock.Elapsed.TotalMilliseconds);
            foreach (var held in page.Cases)
            {
                if (held.Triage.Order > before || held.Triage.Order != held.Triage.Reasons.Sum(r => r.Weight) || !seen.Add(held.CaseId))
                    throw new CannotGoOnException($"Case {held.CaseId} is out of order, does not add up or came twice.");
                before = held.Triage.Order;
                if (reasons.Count == 0 || reasons[^1] != held.Reason)
                    reasons.Add(held.Reason);
            }
            if ((token = page.NextPageToken).Length == 0)
                break;
        }
        if (seen.Count != count || !reasons.SequenceEqual(InOrder))
            throw new CannotGoOnException($"{seen.Count} cases were listed, in the order {string.Join(", ", reasons)}.");
        times.Sort();
        _figures.Add(new("The whole list in order of triage, pages of 200", "ms a page", times[times.Count / 2])
        {
            P50Ms = times[times.Count / 2],
            P95Ms = times[(int)(times.Count * 0.95)],
            P99Ms = times[(int)(times.Count * 0.99)],
            Note = $"{seen.Count} cases, each once, in the order {string.Join(", ", reasons)}; each with its reasons, of which the order is the sum.",
        });
    }

    static async Task Until(Func<CancellationToken, Task<bool>> condition, string what, CancellationToken cancel)
    {
        if (!await Wait.For(condition, Deadline, cancel))
            throw new CannotGoOnException($"It did not come to this within {Deadline.TotalMinutes:0} minutes: {what}.");
    }

    static NpgsqlDataSource Database(LocalSystem system, string name) => NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(system.Postgres.AdminConnectionString) { Database = name, CommandTimeout = 300 }.ConnectionString);

    static async Task<long> One(NpgsqlDataSource database, string sql, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    static async Task Run(NpgsqlDataSource database, string sql, CancellationToken cancel, params object[] values)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(cancel);
    }

    static async Task<List<T>> Column<T>(NpgsqlDataSource database, string sql, Func<NpgsqlDataReader, T> read, int most, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = most });
        await using var row = await command.ExecuteReaderAsync(cancel);
        var found = new List<T>();
        while (await row.ReadAsync(cancel))
            found.Add(read(row));
        return found;
    }

    static async Task Tell(string what, Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{what} ({Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s)"));
    }

    async Task Empty(CancellationToken cancel)
    {
        if (!_state.IsOurs)
            return;
        await OwnedProcess.KillAll(_state, cancel);
        Directory.Delete(_state.Root, recursive: true);
    }
}
