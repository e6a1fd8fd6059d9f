using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Gms.Platform;

/// <summary>
/// Traces, metrics and logs over OTLP when Telemetry__Otlp is set; JSON logs on the console always. The framework, Npgsql and MassTransit tell what they do
/// by their own sources.
/// </summary>
static class Telemetry
{
    public static void Add(WebApplicationBuilder builder, ServiceIdentity service, Settings settings)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddJsonConsole(json =>
        {
            json.IncludeScopes = false;
            json.UseUtcTimestamp = true;
            json.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
        });
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None);    // parameters and details are people's data; failures are logged at the edge
        builder.Logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);    // it calls every question before the start an error; Readiness tells what is one
        builder.Logging.AddFilter("Grpc", LogLevel.None);    // quotes unreadable requests; what fails is logged at our own edge
        builder.Logging.AddFilter("MassTransit", LogLevel.Warning);
        builder.Logging.AddFilter("Npgsql", LogLevel.None);

        if (settings.Otlp is not { } otlp)
            return;

        // In a container every process is number 1: what two of them count would be one figure that jumps.
        var resource = ResourceBuilder.CreateDefault().AddService("gms-" + service.Client, serviceInstanceId: $"{Environment.MachineName}-{Environment.ProcessId}");
        builder.Logging.AddOpenTelemetry(logs =>
        {
            logs.SetResourceBuilder(resource);
            logs.AddOtlpExporter(o => To(o, otlp, "v1/logs"));
        });
        builder.Services.AddOpenTelemetry()
            .WithTracing(traces => traces
                .SetResourceBuilder(resource)
                .AddSource("Microsoft.AspNetCore", "Npgsql", "MassTransit", "Gms.*")
                .AddOtlpExporter(o => To(o, otlp, "v1/traces")))
            .WithMetrics(metrics => metrics
                .SetResourceBuilder(resource)
                .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql", "MassTransit", "Gms.*")
                .AddOtlpExporter((o, reader) =>
                {
                    To(o, otlp, "v1/metrics");
                    reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = 30_000;    // twice in the minute that ServiceSilent waits: a collector that is started again is no silence
                }));
    }

    static void To(OtlpExporterOptions options, Uri otlp, string path)
    {
        options.Protocol = OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = new(otlp, path);
    }
}
