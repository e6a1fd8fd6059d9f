using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Gms.Upgrade;

/// <summary>
/// One address for all processes of a service, as an orchestrator has it: a new connection goes to the next process that is ready, one that was
/// made stays with its process to the end. It looks into nothing.
/// </summary>
sealed class ServiceDoor : IAsyncDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource _closing = new();
    readonly ConcurrentDictionary<int, int> _connections = new();
    readonly Task _accepting;
    volatile int[] _ready;
    int _next;

    public ServiceDoor(Uri first)
    {
        _ready = [first.Port];
        _listener.Start();
        _accepting = Accept();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>How many connections a process was given.</summary>
    public int Given(Uri process) => _connections.GetValueOrDefault(process.Port);

    /// <summary>From now on this process too is ready.</summary>
    public void Add(Uri process) => _ready = [.. _ready, process.Port];

    /// <summary>This process gets no new connection; what it has goes on.</summary>
    public void Remove(Uri process) => _ready = [.. _ready.Where(port => port != process.Port)];

    async Task Accept()
    {
        try
        {
            while (true)
            {
                var caller = await _listener.AcceptTcpClientAsync(_closing.Token);
                _ = Carry(caller);
            }
        }
        catch (OperationCanceledException)
        {
            _listener.Stop();
        }
    }

    async Task Carry(TcpClient caller)
    {
        using (caller)
        using (var process = new TcpClient { NoDelay = true })
        {
            caller.NoDelay = true;
            var ready = _ready;
            var port = ready[(Interlocked.Increment(ref _next) & int.MaxValue) % ready.Length];
            try
            {
                await process.ConnectAsync(IPAddress.Loopback, port, _closing.Token);
                _connections.AddOrUpdate(port, 1, (_, n) => n + 1);
                await Task.WhenAll(Copy(caller, process), Copy(process, caller));
            }
            catch (Exception end) when (end is SocketException or IOException or OperationCanceledException or ObjectDisposedException)
            {
                // Either side hung up: the other is told by its connection's end.
            }
        }

        async Task Copy(TcpClient from, TcpClient to)
        {
            await from.GetStream().CopyToAsync(to.GetStream(), _closing.Token);
            to.Client.Shutdown(SocketShutdown.Send);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _accepting;
        _closing.Dispose();
        _listener.Dispose();
    }
}
