using Gms.Local;
using Gms.Platform.Tests.Probe;
using Xunit;

namespace Gms.Platform.Tests.Messaging;

public sealed class OutageTests : IAsyncLifetime
{
    readonly string _folder = Directory.CreateTempSubdirectory("gms-outage").FullName;
    RabbitNode? _node;

    [Fact]
    public async Task Calls_go_on_while_the_broker_is_away_and_their_events_are_told_once_when_it_is_back()
    {
        await using var host = new ProbeHost(_node!.Address);
        host.Announce("RabbitMQ");
        await host.InitializeAsync();
        await host.Officer.AddProbeAsync(A.Probe(worker: "LA-BEFORE"));
        await Until.True("told", async () => await host.Told("LA-BEFORE") == 2);

        await _node.Stop(CancellationToken.None);
        for (var i = 0; i < 20; i++)
            await host.Officer.AddProbeAsync(A.Probe(worker: $"LA-AWAY-{i}"));
        Assert.Equal(20, await host.Unsent());
        Assert.Equal(0, await host.Told("LA-AWAY-%"));

        await _node.Start(CancellationToken.None);
        await Until.True("told when it is back", async () => await host.Told("LA-AWAY-%") == 40, 60);
        await Until.True("marked", async () => await host.Unsent() == 0);
        Assert.Equal(40, await host.Told("LA-AWAY-%"));
    }

    public async ValueTask InitializeAsync()
    {
        _node = TestBroker.Node(_folder);
        await _node.Start(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _node!.Stop(CancellationToken.None);
        Directory.Delete(_folder, recursive: true);
    }
}
