using Gms.Local;
using Gms.Platform.Tests;

[assembly: Xunit.AssemblyFixture(typeof(TestBroker))]

namespace Gms.Platform.Tests;

/// <summary>
/// A RabbitMQ with a virtual host for each class of tests: the node whose state folder REGISTRY_TEST_STATE names (`./registry test` starts it),
/// else one of our own for this run.
/// </summary>
public sealed class TestBroker : IAsyncDisposable
{
    readonly SemaphoreSlim _one = new(1, 1);
    RabbitNode? _node;
    string? _scratch;

    public async Task<Uri> VirtualHost(string name)
    {
        await _one.WaitAsync();
        try
        {
            _node ??= Environment.GetEnvironmentVariable("REGISTRY_TEST_STATE") is { Length: > 0 } folder ? Node(folder) : await Start();
            return await _node.AddVirtualHost($"{name}-{Guid.NewGuid():N}", CancellationToken.None);
        }
        finally
        {
            _one.Release();
        }
    }

    public static RabbitNode Node(string folder)
    {
        var state = new StateFolder(folder);
        state.Make();
        return new(state, new Ports(state));
    }

    async Task<RabbitNode> Start()
    {
        _scratch = Directory.CreateTempSubdirectory("gms-broker").FullName;
        var node = Node(_scratch);
        await node.Start(CancellationToken.None);
        return node;
    }

    public async ValueTask DisposeAsync()
    {
        if (_scratch is not null)
        {
            await _node!.Stop(CancellationToken.None);
            Directory.Delete(_scratch, recursive: true);
        }
        _one.Dispose();
    }
}
