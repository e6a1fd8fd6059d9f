using System.Collections.Concurrent;
using System.Net;
using Xunit;

namespace Gms.Access.Tests.Messages;

/// <summary>A gateway for text messages: takes what it is sent, or answers as a test says.</summary>
public sealed class SmsReceiver : IDisposable
{
    readonly HttpListener _listener = new();

    public SmsReceiver()
    {
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = Serve();
    }

    public string Address { get; } = $"http://127.0.0.1:{OpenIdHost.FreePort()}/";

    public ConcurrentQueue<(string Path, string? Key, string Body)> Taken { get; } = [];

    /// <summary>What it answers to a body, in place of 202.</summary>
    public Func<string, HttpStatusCode> Answers { get; set; } = _ => HttpStatusCode.Accepted;

    async Task Serve()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            using var reader = new StreamReader(context.Request.InputStream);
            var body = await reader.ReadToEndAsync();
            var answer = Answers(body);
            if ((int)answer < 300)
                Taken.Enqueue((context.Request.RawUrl!, context.Request.Headers["X-Key"], body));
            context.Response.StatusCode = (int)answer;
            context.Response.Close();
        }
    }

    public void Dispose() => _listener.Close();
}
