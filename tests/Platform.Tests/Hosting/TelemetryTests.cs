using Gms.Platform.Tests.Messaging;
using Gms.Platform.Tests.Probe;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Xunit;

namespace Gms.Platform.Tests.Hosting;

public sealed class TelemetryTests(TestBroker broker)
{
    const string Name = "Somphone Unmistakable", Number = "LA-TRACE-1";

    [Fact]
    public async Task One_trace_follows_a_call_through_its_service_its_outbox_and_the_consumer_elsewhere_and_tells_nothing_of_a_person()
    {
        await using var collector = await OtlpReceiver.Start();
        KeyValuePair<string, string?> otlp = new("Telemetry:Otlp", collector.Address.ToString());
        var address = await broker.VirtualHost("telemetry");
        await using var told = new ProbeHost(address, null, "Listener", otlp);
        await told.InitializeAsync();
        await using var called = new ProbeHost(address, null, "Caller", otlp);
        await called.InitializeAsync();

        var answer = called.Officer.AddProbeAsync(A.Probe(Name, Number));
        var correlation = (await answer.ResponseHeadersAsync).GetValue("gms-correlation-id");
        await answer;
        await Until.True("told", async () => await told.Told(nameof(OnWorkerEnrolled), Number) == 1);
        await Until.True("handed over", () =>
        {
            foreach (var host in new[] { called, told })
            {
                host.Services.GetRequiredService<TracerProvider>().ForceFlush();
                host.Services.GetRequiredService<MeterProvider>().ForceFlush();
                host.Services.GetService<LoggerProvider>()?.ForceFlush();
            }
            return Trace().Any(s => s.Source == "MassTransit" && s.Span.Name.Contains("gms.listener.on-worker-enrolled", StringComparison.Ordinal));
        });

        List<(string Service, string Source, Gms.Otlp.Span Span)> Trace() =>
            [.. collector.Spans.Where(s => Convert.ToHexStringLower(s.Span.TraceId.Span) == correlation)];
        var trace = Trace();
        Assert.Contains(trace, s => s.Source == "Microsoft.AspNetCore");
        Assert.Contains(trace, s => s.Source == "Npgsql");
        Assert.Contains(trace, s => s is { Source: "Gms.Outbox", Span.Name: "relay gms.registry.worker-enrolled:1" });
        // One unbroken chain: whatever has a parent has one in this trace.
        var spans = trace.Select(s => s.Span.SpanId).ToHashSet();
        Assert.DoesNotContain(trace, s => s.Span.ParentSpanId.Length > 0 && !spans.Contains(s.Span.ParentSpanId));
        Assert.Single(trace.Where(s => s.Span.ParentSpanId.Length == 0).Select(s => s.Span.SpanId).Distinct());

        Assert.Contains(collector.Texts, t => t.Path == "/v1/metrics");
        // In a container every process is number 1: only with the machine's name are two told apart.
        Assert.All(collector.Instances, name => Assert.Equal($"{Environment.MachineName}-{Environment.ProcessId}", name));
        foreach (var (path, text) in collector.Texts)
            foreach (var personal in new[] { "Unmistakable", Number })
                Assert.True(text.IndexOf(personal, StringComparison.Ordinal) is var at && at < 0, $"{path} tells {personal}: …{(at < 0 ? "" : text[Math.Max(0, at - 200)..Math.Min(text.Length, at + 60)])}");
    }
}
