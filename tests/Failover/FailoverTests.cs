using System.Diagnostics;
using Gms.Local;
using Gms.Registry.V1;
using Gms.Restore;
using Xunit;

namespace Gms.Failover;

[Collection(nameof(FailoverSystem))]
public sealed class FailoverTests(FailoverSystem whole)
{
    /// <summary>From the loss of the primary to the next change that is answered.</summary>
    static readonly TimeSpan Most = TimeSpan.FromSeconds(30);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_lost_when_the_primary_is_killed()
    {
        var lost = await Whole();
        using var load = new Load(whole);
        await load.During(async () =>
        {
            var killed = Stopwatch.GetTimestamp();
            await lost.Kill(Cancel, "patroni", "postgres");
            await Recovers(load, killed, $"PostgreSQL and Patroni on machine {lost.Name} were killed");
            await whole.Databases.StartPatroni(lost, Cancel);
        }, Cancel);

        await IsAsItWas(load, lost);
    }

    [Fact]
    public async Task Nothing_is_lost_and_nothing_is_written_in_two_places_when_the_primarys_machine_is_cut_off()
    {
        var lost = await Whole();
        await whole.Databases.Ask(lost, "CREATE TABLE IF NOT EXISTS written_there (n bigint GENERATED ALWAYS AS IDENTITY, at timestamptz DEFAULT clock_timestamp()); SELECT 'made'", Cancel);
        using var load = new Load(whole);
        using var there = new WriterThere(lost, whole.Databases.SuperuserPassword);
        await load.During(async () =>
        {
            await there.HasWritten(3, Cancel);
            await whole.Network.CutOff(lost, Cancel);
            var cut = Stopwatch.GetTimestamp();
            await Recovers(load, cut, $"Machine {lost.Name} was cut off");
            await there.IsRefused(Cancel);
            Assert.Equal(0, there.WrittenSince(cut));
            Say("the machine that was cut off answered no write, and refused every one after {0:0.0} s", there.RefusedAfter(cut).TotalSeconds);
            await whole.Network.Rejoin(lost, Cancel);
        }, Cancel);

        Assert.NotEqual(lost, await IsAsItWas(load, lost));
        Assert.Equal("true", await whole.Databases.Ask(await whole.Databases.Whole(Cancel), $"SELECT (count(*) >= {there.Written})::text FROM written_there", Cancel));
    }

    [Fact]
    public async Task No_event_is_lost_when_a_node_of_the_broker_is_killed()
    {
        await Whole();
        var queues = await whole.Broker.Queues(Cancel);
        Assert.NotEmpty(queues);
        Assert.All(queues, queue => Assert.Equal((queue.Name, "quorum", 3), (queue.Name, queue.Type, queue.Members)));

        var node = whole.Network.Machines[0];    // that to which the services are connected
        using var load = new Load(whole);
        await load.During(async () =>
        {
            var killed = Stopwatch.GetTimestamp();
            await node.Kill(Cancel, "beam.smp");
            await load.Goes(50, Cancel);
            Say("RabbitMQ on machine {0} was killed: the longest silence of calls was {1:0.0} s", node.Name, load.Acknowledged.Silence(killed).TotalSeconds);
            await load.Ends(4, Cancel);
            whole.Broker.StartNode(node);
        }, Cancel);

        await IsAsItWas(load, null);
    }

    [Fact]
    public async Task Figures_are_read_from_the_standby()
    {
        var primary = await Whole();
        var standby = whole.Databases.Both.Single(m => m != primary);
        const string Reads = "SELECT coalesce(sum(calls), 0)::text FROM pg_stat_statements WHERE query LIKE '%FROM flow_counts c JOIN flow_builds%' AND dbid = (SELECT oid FROM pg_database WHERE datname = 'registry')";
        var (before, beside) = (await whole.Databases.Ask(standby, Reads, Cancel, "registry"), await whole.Databases.Ask(primary, Reads, Cancel, "registry"));

        var statistics = new Statistics.StatisticsClient(whole.Offices.ToPublic("Registry"));
        var table = (await statistics.ListFlowTablesAsync(new(), cancellationToken: Cancel)).Tables[0].Code;
        await statistics.ReadFlowsAsync(new() { Table = table, Country = "LA" }, cancellationToken: Cancel);

        Assert.NotEqual(before, await whole.Databases.Ask(standby, Reads, Cancel, "registry"));
        Assert.Equal(beside, await whole.Databases.Ask(primary, Reads, Cancel, "registry"));
    }

    /// <summary>Everything runs; answers the machine of the primary.</summary>
    async Task<Machine> Whole()
    {
        await whole.Broker.Whole(Cancel);
        return await whole.Databases.Whole(Cancel);
    }

    static async Task Recovers(Load load, long since, string what)
    {
        await load.Goes(100, Cancel);
        var silence = load.Acknowledged.Silence(since);
        Say("{0}: calls were answered again after {1:0.0} s", what, silence.TotalSeconds);
        Assert.InRange(silence, TimeSpan.Zero, Most);
    }

    /// <summary>All that was answered is there, once; both databases hold the same. Answers the machine of the primary.</summary>
    async Task<Machine> IsAsItWas(Load load, Machine? returned)
    {
        var primary = await Whole();
        Assert.True(await whole.Ledger.Quiet(Cancel), "Events were still on their way after three minutes.");
        Assert.Empty(await load.Acknowledged.Lost(whole.ConnectionTo, Cancel));
        Assert.Empty(await whole.Ledger.Faults(await load.Settled(Cancel), Cancel));
        Say("{0} changes were acknowledged and none is lost; {1} journeys are complete; the longest wait for one answer was {2:0.0} s", load.Acknowledged.Count, load.Journeys, load.Acknowledged.LongestWait.TotalSeconds);
        if (returned is null)
            return primary;

        await whole.StopWriting(Cancel);
        await whole.Databases.Level(primary, Cancel);
        var (now, came) = (await Rows(primary), await Rows(returned));
        Assert.Equal(now, came);
        Say("{0} tables are the same on both machines", now.Count);
        await whole.WriteAgain(Cancel);
        return primary;
    }

    Task<IReadOnlyDictionary<string, string>> Rows(Machine machine) =>
        RowHashes.Of(whole.Writers.Select(s => s.Service.Database), database => whole.Databases.ConnectionTo(machine, database), Cancel);

    static void Say(string format, params object[] values) => TestContext.Current.SendDiagnosticMessage(format, values);
}
