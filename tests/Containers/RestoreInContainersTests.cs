using System.Diagnostics;
using System.Text.RegularExpressions;
using Gms.Local;
using Gms.Local.Demo;
using Xunit;

namespace Gms.Containers;

/// <summary>The commands of docs/operations.md, in their order.</summary>
[Collection(nameof(ContainerSystem))]
public sealed partial class RestoreInContainersTests(ContainerSystem whole)
{
    static readonly DateTimeOffset Start = new(2025, 3, 3, 3, 0, 0, TimeSpan.Zero);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_moment_comes_back_and_what_came_later_is_gone()
    {
        var kept = new List<JourneyResult> { await Journey() };
        var backup = Backup().Match(await whole.Exec("postgres", Cancel, "sh", "/registry/backup.sh", "2")).Groups[1].Value;
        kept.Add(await Journey());
        Assert.True(await whole.Ledger.Quiet(Cancel), "Events were still on their way after three minutes.");
        var moment = await Now();
        var lost = await Journey();
        Assert.True(await whole.Ledger.Quiet(Cancel), "Events were still on their way after three minutes.");
        var later = await Now();
        await whole.Ask("registry", "SELECT txid_current()::text", Cancel);    // PostgreSQL finds a moment by what was written after it

        var started = Stopwatch.GetTimestamp();
        await PutBack(backup, moment);
        await whole.Up(Cancel);
        TestContext.Current.SendDiagnosticMessage("stop, restore and start in containers: {0:0.0} s", Stopwatch.GetElapsedTime(started).TotalSeconds);

        kept.Add(await Journey());
        Assert.True(await whole.Ledger.Quiet(Cancel), "Events were still on their way after three minutes.");
        Assert.Empty(await whole.Ledger.Faults(kept, Cancel));
        Assert.Equal("0", await whole.Ask("registry", $"SELECT count(*)::text FROM workers WHERE worker_number = '{lost.WorkerNumber}'", Cancel));
        Assert.Equal("1", await whole.Ask("registry", $"SELECT count(*)::text FROM workers WHERE worker_number = '{kept[0].WorkerNumber}'", Cancel));
        foreach (var service in Service.All.Where(s => s.HasGrpc))
            await whole.Exec(service.ClientId, Cancel, "dotnet", $"/app/Gms.{service.Name}.dll", "audit");    // ends with 1 on any fault

        // It was too far back: what was there later, of which the first restore's own history has nothing.
        var since = kept[^1];
        await PutBack(backup, later);
        Assert.Equal("1", await whole.Ask("registry", $"SELECT count(*)::text FROM workers WHERE worker_number = '{lost.WorkerNumber}'", Cancel));
        Assert.Equal("0", await whole.Ask("registry", $"SELECT count(*)::text FROM workers WHERE worker_number = '{since.WorkerNumber}'", Cancel));
        await whole.Up(Cancel);
    }

    async Task PutBack(string backup, string moment)
    {
        await whole.Compose(Cancel, "stop", "--timeout", "45");
        await whole.Compose(Cancel, "run", "--rm", "--no-deps", "--entrypoint", "/bin/sh", "postgres", "/registry/restore.sh", backup, moment);
        await whole.EmptyBroker(Cancel);
        await whole.Compose(Cancel, "up", "--detach", "--no-build", "postgres", "rabbitmq");
        await whole.Healthy("postgres", Cancel);
        await whole.Healthy("rabbitmq", Cancel);
        Assert.True(await Wait.For(async stop => (await whole.Exec("postgres", stop, "sh", "/registry/recovered.sh")).Trim() == "yes", TimeSpan.FromMinutes(2), Cancel), "The archive was not replayed in two minutes.");
        foreach (var service in Service.All.Where(s => s.HasGrpc))
            await whole.Compose(Cancel, "run", "--rm", "--no-deps", service.ClientId, "restored");
    }

    /// <summary>As the database's clock has it.</summary>
    Task<string> Now() => whole.Ask("registry", "SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')", Cancel);

    async Task<JourneyResult> Journey()
    {
        var journey = await new LaoGarmentWorker(whole.Offices, whole.Data, Start).Run(Cancel);
        Assert.Empty(journey.Missing);
        return journey;
    }

    [GeneratedRegex(@"/backups/base/(\S+) is verified")]
    private static partial Regex Backup();
}
