using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Gms.Faults;
using Gms.Local;
using Gms.Local.Demo;
using Grpc.Core.Interceptors;
using Xunit;

namespace Gms.Containers;

[Collection(nameof(ContainerSystem))]
public sealed class ComposeFileTests(ContainerSystem whole)
{
    static readonly DateTimeOffset Start = new(2025, 3, 3, 3, 0, 0, TimeSpan.Zero);
    static readonly DateTimeOffset HarvestStart = new(2024, 10, 1, 3, 0, 0, TimeSpan.Zero);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_journeys_are_complete()
    {
        foreach (var journey in new Journey[] { new LaoGarmentWorker(whole.Offices, whole.Data, Start), new CambodianHarvestWorker(whole.Offices, HarvestStart) })
            Assert.Empty((await journey.Run(Cancel)).Missing);
    }

    [Fact]
    public async Task Nobody_is_root_writes_to_an_image_or_takes_without_limit()
    {
        foreach (var service in (await whole.Containers(Cancel)).Keys)
        {
            var told = await whole.Inspect(service, "{{.Config.User}}|{{.HostConfig.ReadonlyRootfs}}|{{.HostConfig.CapDrop}}|{{.HostConfig.SecurityOpt}}|{{gt .HostConfig.Memory 0}}|{{.HostConfig.PidsLimit}}", Cancel);
            var parts = told.Split('|');

            // The one that hands out the secrets gives each its own: it is root, has no network and ends.
            Assert.True(service == "prepare" ? parts[0] == "0:0" : !parts[0].StartsWith('0') && parts[0].Length > 0, $"{service} runs as {parts[0]}");
            Assert.Equal((service, "true", "[ALL]", "[no-new-privileges:true]"), (service, parts[1], parts[2], parts[3]));
            Assert.True(parts[5] is not "0" and not "<nil>" || service == "demonstration", $"{service} may have any number of processes");
            if (await whole.Inspect(service, "{{.HostConfig.RestartPolicy.Name}}", Cancel) == "unless-stopped")
                Assert.True(parts[4] == "true", $"{service} may take all memory");
        }
    }

    [Fact]
    public async Task No_secret_stands_in_a_containers_settings()
    {
        foreach (var service in (await whole.Containers(Cancel)).Keys)
        {
            var settings = await whole.Inspect(service, "{{json .Config.Env}} {{json .Config.Cmd}}", Cancel);

            Assert.DoesNotContain("password=", settings, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("amqps://", settings, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task The_portal_answers_and_Prometheus_hears_of_the_services()
    {
        Assert.Equal(HttpStatusCode.OK, await whole.Portal("/health", Cancel));
        Assert.Equal(HttpStatusCode.OK, await whole.Portal("/figures", Cancel));

        var heard = await Wait.For(async stop => (await whole.Measured("stand_in_otlp_requests_total{path=\"/v1/metrics\"}", stop)).Contains("\"value\"", StringComparison.Ordinal), TimeSpan.FromMinutes(3), Cancel);
        Assert.True(heard, "No figure of a service reached Prometheus.");
        var queues = await Wait.For(async stop => (await whole.Measured("rabbitmq_detailed_queue_messages", stop)).Contains("gms.reintegration.on-worker-returned", StringComparison.Ordinal), TimeSpan.FromMinutes(1), Cancel);
        Assert.True(queues, "RabbitMQ's queues did not reach Prometheus.");
    }

    [Fact]
    public async Task Nothing_that_was_answered_is_lost_when_a_service_the_broker_and_the_database_are_killed()
    {
        const int count = 24;
        var results = new ConcurrentBag<JourneyResult>();
        var killing = Kill(["registry", "rabbitmq", "postgres", "recruitment"]);
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Cancel }, async (_, stop) =>
            results.Add(await new LaoGarmentWorker(whole.Offices, whole.Data, Start) { Around = calls => calls.Intercept(new Patient()) }.Run(stop)));
        await killing;

        Assert.True(await whole.Ledger.Quiet(Cancel), "Events were still on their way after three minutes.");
        Assert.Empty(await whole.Ledger.Faults(results, Cancel));

        // Each after so many journeys, so that there is work in the middle of which to kill.
        async Task Kill(string[] services)
        {
            for (var i = 0; i < services.Length; i++)
            {
                var due = count * (i + 1) / (services.Length + 2);
                await Wait.For(() => results.Count >= due, TimeSpan.FromMinutes(10), Cancel);
                var killed = Stopwatch.GetTimestamp();
                await whole.Kill(services[i], Cancel);
                TestContext.Current.SendDiagnosticMessage("{0} was killed and was healthy again after {1:0.0} s", services[i], Stopwatch.GetElapsedTime(killed).TotalSeconds);
            }
        }
    }
}
