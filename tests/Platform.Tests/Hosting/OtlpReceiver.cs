using System.Collections.Concurrent;
using Gms.Otlp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Gms.Platform.Tests.Hosting;

/// <summary>A collector that keeps what it is sent over OTLP/HTTP.</summary>
sealed class OtlpReceiver : IAsyncDisposable
{
    readonly ConcurrentQueue<(string Path, byte[] Body)> _received = [];
    readonly WebApplication _app;

    OtlpReceiver(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    /// <summary>The spans sent so far, each with the service that sent it and the source it comes from.</summary>
    public IReadOnlyList<(string Service, string Source, Span Span)> Spans =>
    [
        .. from sent in _received
           where sent.Path == "/v1/traces"
           from resource in TraceExport.Parser.ParseFrom(sent.Body).ResourceSpans
           from scope in resource.ScopeSpans
           from span in scope.Spans
           select (resource.Resource.Attributes.First(a => a.Key == "service.name").Value.StringValue, scope.Scope.Name, span),
    ];

    /// <summary>Under which name the processes told what they did.</summary>
    public IEnumerable<string> Instances =>
        from sent in _received
        where sent.Path == "/v1/traces"
        from resource in TraceExport.Parser.ParseFrom(sent.Body).ResourceSpans
        select resource.Resource.Attributes.First(a => a.Key == "service.instance.id").Value.StringValue;

    /// <summary>Everything sent so far, as text in which a name would be found.</summary>
    public IEnumerable<(string Path, string Text)> Texts => _received.Select(r => (r.Path, System.Text.Encoding.UTF8.GetString(r.Body)));

    public static async Task<OtlpReceiver> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(k => k.Listen(System.Net.IPAddress.Loopback, 0, o => o.Protocols = HttpProtocols.Http1));
        builder.Logging.ClearProviders();
        var receiver = new OtlpReceiver(builder.Build());
        receiver._app.MapPost("/{**path}", async (HttpContext http) =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            receiver._received.Enqueue((http.Request.Path, body.ToArray()));
        });
        await receiver._app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
