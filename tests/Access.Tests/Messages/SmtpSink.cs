using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Gms.Access.Tests.Messages;

/// <summary>A mail server (RFC 5321) that keeps what it is sent, and refuses recipients as a test says.</summary>
public sealed class SmtpSink : IDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public SmtpSink()
    {
        _listener.Start();
        _ = Serve();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public ConcurrentQueue<(string To, string Data)> Taken { get; } = [];

    /// <summary>What it answers to RCPT, in place of 250.</summary>
    public Func<string, string> Answers { get; set; } = _ => "250 OK";

    async Task Serve()
    {
        try
        {
            while (true)
                _ = Talk(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
        {
            // the test is over
        }
    }

    async Task Talk(TcpClient client)
    {
        using (client)
        {
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.UTF8);
            await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 sink");
            var to = "";
            while (await reader.ReadLineAsync() is { } line)
            {
                var said = line.Split(' ', ':')[0].ToUpperInvariant();
                if (said == "RCPT")
                    to = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
                if (said == "DATA")
                {
                    await writer.WriteLineAsync("354 go on");
                    Taken.Enqueue((to, await Data(reader)));
                }
                await writer.WriteLineAsync(said switch { "RCPT" => Answers(to), "EHLO" => "250-sink\r\n250-8BITMIME\r\n250 SMTPUTF8", "QUIT" => "221 bye", _ => "250 OK" });
                if (said == "QUIT")
                    return;
            }
        }
    }

    static async Task<string> Data(StreamReader reader)
    {
        var data = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
            data.AppendLine(line);
        return data.ToString();
    }

    public void Dispose() => _listener.Dispose();
}
