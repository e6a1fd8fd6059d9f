using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Gms.Local;

/// <summary>A block of loopback ports for one state folder: kept in ports.json, and another block only when somebody else took one of them.</summary>
public sealed class Ports
{
    const int Size = 32;
    const int Lowest = 10_240;
    const int Blocks = (32_768 - Lowest) / Size; // below the ports that Linux gives to outgoing connections

    readonly StateFolder _state;

    public Ports(StateFolder state)
    {
        _state = state;
        First = Kept() ?? FreeBlock();
        Keep();
    }

    public int First { get; private set; }

    public int Postgres => First;

    public int Broker => First + 1;

    public int Epmd => First + 2;

    public int ErlangDistribution => First + 3;

    /// <summary>The first and last port for Erlang's command-line programs.</summary>
    public (int First, int Last) ErlangTools => (First + 4, First + 7);

    public int Grpc(Service service) => First + 8 + service.Number;

    public int Web(Service service) => First + 20 + service.Number;

    /// <summary>For pages by https: of Access and of the Portal.</summary>
    public int Https(Service service) => First + (service == Service.Access ? 27 : 28);

    /// <summary>Called when nothing of ours runs: whatever holds a port now is somebody else's.</summary>
    public void MoveIfTaken()
    {
        if (IsFree(First))
            return;
        First = FreeBlock();
        Keep();
    }

    void Keep() => StateFolder.WritePrivate(_state["ports.json"], JsonSerializer.Serialize(new Block(First)));

    int? Kept() => File.Exists(_state["ports.json"]) ? JsonSerializer.Deserialize<Block>(File.ReadAllText(_state["ports.json"]))?.First : null;

    // Where to begin looking follows from the folder's path: two checkouts differ even while one of them is down.
    int FreeBlock()
    {
        var wish = (int)(Convert.ToUInt32(_state.Fingerprint, 16) % Blocks);
        var first = Enumerable.Range(0, Blocks).Select(i => Lowest + (wish + i) % Blocks * Size).FirstOrDefault(IsFree);
        return first != 0 ? first : throw new CannotGoOnException($"No {Size} neighbouring loopback ports are free between {Lowest} and 32767.");
    }

    static bool IsFree(int first) => Enumerable.Range(first, Size).All(CanListen);

    static bool CanListen(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            socket.Listen();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    sealed record Block(int First);
}
