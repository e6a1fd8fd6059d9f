using System.Diagnostics;
using System.Globalization;
using Gms.Faults;
using Gms.Local;
using Gms.Local.Demo;
using Gms.Local.Verbs;
using Npgsql;
using Xunit;

namespace Gms.Restore;

/// <summary>The drill that docs/operations.md describes: a backup is taken, work goes on, somebody's mistake empties tables, and all is put back as it was a moment before.</summary>
public sealed class RestoreTests : IAsyncLifetime
{
    static readonly DateTimeOffset Start = new(2025, 3, 3, 3, 0, 0, TimeSpan.Zero);

    static string Root => Environment.GetEnvironmentVariable("REGISTRY_ROOT") ?? throw new InvalidOperationException("REGISTRY_ROOT is not set. Run the tests by `./registry test restore`.");

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    readonly LocalSystem _system = new(Root, Path.Combine(Root, ".local", "test", "restore")), _elsewhere = new(Root, Path.Combine(Root, ".local", "test", "restore-elsewhere"));

    Ledger Ledger => new(_system);

    public async ValueTask InitializeAsync()
    {
        await _system.Start(Steps.Silent, Cancel);
        await _system["Access"].RunVerb("demonstration", Cancel);
    }

    [Fact]
    public async Task Every_row_of_a_moment_comes_back_and_work_goes_on()
    {
        using var offices = new Offices(_system);
        var data = new DemonstrationData(offices);
        await data.Load(Cancel);
        var kept = new List<JourneyResult> { await Journey(offices, data) };

        await NothingReachesBackTo(DateTimeOffset.UtcNow, "There is no backup");
        var before = DateTimeOffset.UtcNow;
        await Timed("backup", () => BackupAndRestore.Take(_system, Steps.Silent, Cancel));
        await NothingReachesBackTo(before, "No backup reaches back to");
        kept.Add(await Journey(offices, data));

        var (moment, rows) = await Moment();
        await _system.Start(Steps.Silent, Cancel);
        var lost = await Journey(offices, data);
        var (later, laterRows) = await Moment();
        await Mistake();

        await WithoutKeysItSaysSo(moment);
        await Timed("restore", () => BackupAndRestore.PutBack(_system, moment, Steps.Silent, Cancel));

        await _system.Postgres.Start(Cancel);
        var restored = await RowHashes.Of(_system, Cancel);
        Assert.Equal(rows, restored);
        TestContext.Current.SendDiagnosticMessage("{0} tables, {1} rows are as they were", rows.Count, rows.Values.Sum(v => long.Parse(v.Split(' ')[0], CultureInfo.InvariantCulture)));

        await _system.Start(Steps.Silent, Cancel);
        kept.Add(await Journey(offices, data));
        Assert.True(await Ledger.Quiet(Cancel), "Events were still on their way after three minutes.");
        Assert.Empty(await Ledger.Faults(kept, Cancel));
        Assert.Empty((await Audit.Verdicts(_system, Cancel)).SelectMany(v => v.Faults));
        Assert.Equal(0, await Workers(lost.WorkerNumber));

        await TooFarBackItWas(later, laterRows, kept[^1].WorkerNumber);
    }

    /// <summary>The mistake was made later than one thought. Work went on and a backup was taken meanwhile; what was there just before the mistake comes back, on another machine.</summary>
    async Task TooFarBackItWas(DateTimeOffset later, IReadOnlyDictionary<string, string> rows, string sinceThen)
    {
        await BackupAndRestore.Take(_system, Steps.Silent, Cancel);
        await _system.Stop(Steps.Silent, Cancel);
        Directory.CreateDirectory(_elsewhere.State.Root);
        foreach (var apart in new[] { "backups", "keys", "secrets", "seals" })
            Directory.Move(_system.State[apart], _elsewhere.State[apart]);

        await BackupAndRestore.PutBack(_elsewhere, later, Steps.Silent, Cancel);
        await NothingIsThereYet(DateTimeOffset.UtcNow.AddHours(1));

        await _elsewhere.Postgres.Start(Cancel);
        Assert.Equal(rows, await RowHashes.Of(_elsewhere, Cancel));
        Assert.Equal(0, await Workers(sinceThen, _elsewhere));
        await _elsewhere.Start(Steps.Silent, Cancel);
        Assert.True(await new Ledger(_elsewhere).Quiet(Cancel), "Events were still on their way after three minutes.");
        Assert.Empty((await Audit.Verdicts(_elsewhere, Cancel)).SelectMany(v => v.Faults));
    }

    /// <summary>PostgreSQL finds out only when it has read all of the archive: what was there then is there again.</summary>
    async Task NothingIsThereYet(DateTimeOffset at)
    {
        var refused = await Assert.ThrowsAsync<CannotGoOnException>(() => BackupAndRestore.PutBack(_elsewhere, at, Steps.Silent, Cancel));
        Assert.StartsWith("The databases are as they were", refused.Message, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await _system.Stop(Steps.Silent, CancellationToken.None);
        await _elsewhere.Stop(Steps.Silent, CancellationToken.None);
        GC.SuppressFinalize(this);
    }

    async Task<JourneyResult> Journey(Offices offices, DemonstrationData data)
    {
        var journey = await new LaoGarmentWorker(offices, data, Start).Run(Cancel);
        Assert.Empty(journey.Missing);
        return journey;
    }

    /// <summary>A moment at which nothing happens, and all that is there then.</summary>
    async Task<(DateTimeOffset Moment, IReadOnlyDictionary<string, string> Rows)> Moment()
    {
        Assert.True(await Ledger.Quiet(Cancel), "Events were still on their way after three minutes.");
        await _system.StopServices(Cancel);
        var rows = await RowHashes.Of(_system, Cancel);
        await using var connection = new NpgsqlConnection(_system.Postgres.AdminConnectionString);
        await connection.OpenAsync(Cancel);
        await using var clock = new NpgsqlCommand("SELECT clock_timestamp()", connection);
        return (new DateTimeOffset((DateTime)(await clock.ExecuteScalarAsync(Cancel))!), rows);
    }

    async Task Mistake()
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_system.Postgres.AdminConnectionString) { Database = "registry", Pooling = false }.ConnectionString);
        await connection.OpenAsync(Cancel);
        await using var mistake = new NpgsqlCommand("TRUNCATE workers CASCADE", connection);
        await mistake.ExecuteNonQueryAsync(Cancel);
        Assert.Equal(0, await Workers(null));
    }

    async Task WithoutKeysItSaysSo(DateTimeOffset moment)
    {
        var (keys, apart) = (_system.State["keys"], _system.State["keys-elsewhere"]);
        Directory.Move(keys, apart);
        var refused = await Assert.ThrowsAsync<CannotGoOnException>(() => BackupAndRestore.PutBack(_system, moment, Steps.Silent, Cancel));

        Assert.Contains("Nothing was changed", refused.Message, StringComparison.Ordinal);
        Assert.Contains(Path.Combine("keys", "column", "registry", "1.key") + " (missing)", refused.Message, StringComparison.Ordinal);
        Assert.True(_system.Postgres.IsRunning);
        Directory.Move(apart, keys);
    }

    async Task NothingReachesBackTo(DateTimeOffset at, string because) =>
        Assert.StartsWith(because, (await Assert.ThrowsAsync<CannotGoOnException>(() => BackupAndRestore.PutBack(_system, at, Steps.Silent, Cancel))).Message, StringComparison.Ordinal);

    async Task<long> Workers(string? number, LocalSystem? at = null)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder((at ?? _system).Postgres.AdminConnectionString) { Database = "registry", Pooling = false }.ConnectionString);
        await connection.OpenAsync(Cancel);
        await using var count = new NpgsqlCommand("SELECT count(*) FROM workers WHERE $1::text IS NULL OR worker_number = $1", connection) { Parameters = { new() { Value = (object?)number ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text } } };
        return (long)(await count.ExecuteScalarAsync(Cancel))!;
    }

    static async Task Timed(string what, Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        TestContext.Current.SendDiagnosticMessage("{0}: {1:0.0} s", what, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }
}
