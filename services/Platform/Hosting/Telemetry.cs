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
/// by their own sources. Providers are built and disposed by one hosted service: the hosting package cannot be had (docs/decisions/0003).
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
        builder.Logging.AddFilter("Grpc", LogLevel.None);
        builder.Logging.AddFilter("MassTransit", LogLevel.Warning);
        builder.Logging.AddFilter("Npgsql", LogLevel.None);

        if (settings.Otlp is not { } otlp)
            return;

        var resource = ResourceBuilder.CreateDefault().AddService("gms-" + service.Client, serviceInstanceId: Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture));
        builder.Logging.AddOpenTelemetry(logs =>
        {
            logs.SetResourceBuilder(resource);
            logs.AddOtlpExporter(o => To(o, otlp, "v1/logs"));
        });
        builder.Services.AddSingleton<IHostedService>(new Providers(
            () => Sdk.CreateTracerProviderBuilder()
                .SetResourceBuilder(resource)
                .AddSource("Microsoft.AspNetCore", "Npgsql", "MassTransit", "Gms.*")
                .AddOtlpExporter(o => To(o, otlp, "v1/traces"))
                .Build(),
            () => Sdk.CreateMeterProviderBuilder()
                .SetResourceBuilder(resource)
                .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql", "MassTransit", "Gms.*")
                .AddOtlpExporter(o => To(o, otlp, "v1/metrics"))
                .Build()));
    }

    static void To(OtlpExporterOptions options, Uri otlp, string path)
    {
        options.Protocol = OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = new(otlp, path);
    }

    sealed class Providers(Func<TracerProvider> traces, Func<MeterProvider> metrics) : IHostedService
    {
        readonly List<IDisposable> _built = [];

        public Task StartAsync(CancellationToken cancellationToken)
        {
            _built.Add(traces());
            _built.Add(metrics());
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken)
        {
            _built.ForEach(b => b.Dispose());
            return Task.CompletedTask;
        }
    }
}
