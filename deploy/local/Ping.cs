using System.Net;
using System.Net.Sockets;

namespace Gms.Local;

/// <summary>Asks a port of this machine whether somebody answers, without a client library.</summary>
static class Ping
{
    static readonly byte[] _protocolHeader = [.. "AMQP"u8, 0, 0, 9, 1];
    static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    public static Task<bool> CanConnect(int port, CancellationToken cancel) => CanConnect(IPAddress.Loopback, port, cancel);

    public static Task<bool> CanConnect(IPAddress address, int port, CancellationToken cancel) => Ask(address, port, _ => Task.FromResult(true), cancel);

    /// <summary>A broker answers the protocol header with a frame of type 1 (method) on channel 0: Connection.Start.</summary>
    public static Task<bool> GreetsAsBroker(int port, CancellationToken cancel) => Ask(IPAddress.Loopback, port, async stream =>
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(_patience);
        var answer = new byte[3];
        try
        {
            await stream.WriteAsync(_protocolHeader, patience.Token);
            await stream.ReadExactlyAsync(answer, patience.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return false;
        }

        return answer is [1, 0, 0];
    }, cancel);

    static async Task<bool> Ask(IPAddress address, int port, Func<NetworkStream, Task<bool>> question, CancellationToken cancel)
    {
        using var client = new TcpClient(address.AddressFamily);
        try
        {
            await client.ConnectAsync(address, port, cancel);
            return await question(client.GetStream());
        }
        catch (Exception failure) when (failure is SocketException or IOException)
        {
            return false;
        }
    }
}
