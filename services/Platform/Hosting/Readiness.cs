using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Gms.Platform;

/// <summary>Ready: the process takes calls, has bound its queues and reaches its database. Answered by grpc.health.v1 for the whole process and for each of its services.</summary>
sealed class Readiness(NpgsqlDataSource database, IHostApplicationLifetime lifetime, ILogger<Readiness> log, Bindings? bindings = null) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested || !lifetime.ApplicationStarted.IsCancellationRequested)
            return HealthCheckResult.Unhealthy("starting or stopping");
        if (bindings is { Done: false })
            return HealthCheckResult.Unhealthy("the queues are not bound yet");
        try
        {
            await using var ping = database.CreateCommand("SELECT 1");
            await ping.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (NpgsqlException failure)
        {
            log.LogWarning("Not ready: the database does not answer ({Failure})", failure.GetType().Name);
            return HealthCheckResult.Unhealthy("the database does not answer");
        }
    }
}
