using Gms.Platform.Tests.Probe;
using Gms.Platform.Tests.Messaging;
using Gms.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gms.Platform.Tests.Hosting;

public sealed class ShutdownTests(TestBroker broker)
{
    [Fact]
    public async Task Calls_in_flight_when_the_service_is_told_to_stop_are_answered_and_their_events_reach_their_readers()
    {
        var address = await broker.VirtualHost("shutdown");
        await using var database = await TestDatabase.Make();
        var (entered, go) = (0, new TaskCompletionSource());
        List<string> answered;
        await using (var host = new ProbeHost(address, database))
        {
            host.Announce("Health check ready");    // unhealthy while it stops, as it should be
            await host.InitializeAsync();
            host.Script.Before = async _ =>
            {
                Interlocked.Increment(ref entered);
                await go.Task;
            };
            var calls = Enumerable.Range(0, 20).Select(async i => (await host.Officer.AddProbeAsync(A.Probe(worker: $"LA-STOP-{i}"))).ProbeId).ToList();
            await Until.True("in flight", () => entered == 20);

            var stopping = host.Stop();
            await Until.True("no longer ready", async () => !await IsReady(host));
            go.SetResult();
            await stopping;

            answered = [.. await Task.WhenAll(calls)];
        }

        await using var next = new ProbeHost(address, database);
        await next.InitializeAsync();
        Assert.Equal(answered.Order(), (await next.Db(db => db.Probes.Select(p => p.Id).ToListAsync())).Select(id => id.ToString()).Order());
        await Until.True("told", async () => await next.Told("LA-STOP-%") == 40, 40,
            async () => $"{await next.Told("LA-STOP-%")} told, {await next.Unsent()} unsent, errors: {string.Join(", ", await next.ErrorQueues(address).List(1, default))}");
        Assert.Equal(20, await next.Db(db => db.Tellings.Where(t => t.Consumer == nameof(OnWorkerEnrolled)).Select(t => t.EventId).Distinct().CountAsync()));
    }

    [Fact]
    public async Task Events_in_a_consumer_s_hands_when_the_service_is_told_to_stop_are_finished_or_left_for_the_next()
    {
        var address = await broker.VirtualHost("consuming");
        await using var database = await TestDatabase.Make();
        using var go = new ManualResetEventSlim();
        var entered = 0;
        await using (var host = new ProbeHost(address, database))
        {
            host.Announce("Health check ready");    // unhealthy while it stops, as it should be
            await host.InitializeAsync();
            host.Script.OnTold = _ =>
            {
                Interlocked.Increment(ref entered);
                go.Wait();
            };
            await host.Happen("LA-HANDS", 30);
            await Until.True("in hand", () => entered > 0);

            var stopping = host.Stop();
            await Until.True("no longer ready", async () => !await IsReady(host));
            go.Set();
            await stopping;
        }

        await using var next = new ProbeHost(address, database);
        await next.InitializeAsync();
        await Until.True("told", async () => await next.Told("LA-HANDS-%") == 60, 30,
            async () => $"{await next.Told("LA-HANDS-%")} told, {await next.Unsent()} unsent, errors: {string.Join(", ", await next.ErrorQueues(address).List(1, default))}");
    }

    [Fact]
    public async Task A_service_that_is_stopped_and_started_again_and_again_while_it_reads_makes_no_errors_and_misses_nothing()
    {
        var address = await broker.VirtualHost("again");
        await using var database = await TestDatabase.Make();
        for (var start = 1; start <= 3; start++)
        {
            await using var host = new ProbeHost(address, database);
            await host.InitializeAsync();
            await host.Happen($"LA-{start}", 100);
            await Until.True("reading", async () => await host.Told($"LA-{start}-%") > 0);
            await host.Stop();
        }

        await using var last = new ProbeHost(address, database);
        await last.InitializeAsync();
        var errors = last.ErrorQueues(address);
        await Until.True("told", async () => await last.Told("LA-%") == 600, 30, async () => $"{await last.Told("LA-%")} told, {await last.Unsent()} unsent, errors: {string.Join(", ", await errors.List(1, default))}");
        Assert.Empty(await errors.List(1, default));
    }

    /// <summary>A port that is closed, or a health answer that says so.</summary>
    static async Task<bool> IsReady(ProbeHost host)
    {
        try
        {
            using var channel = Grpc.Net.Client.GrpcChannel.ForAddress(host.Address);
            var health = new Grpc.Health.V1.Health.HealthClient(channel);
            return (await health.CheckAsync(new())).Status == Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus.Serving;
        }
        catch (Grpc.Core.RpcException)
        {
            return false;
        }
    }
}
