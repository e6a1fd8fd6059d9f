using Grpc.Core;
using Grpc.Health.V1;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Gms.Platform;

/// <summary>grpc.health.v1: SERVING while the process takes calls and reaches its database.</summary>
sealed class HealthService(NpgsqlDataSource database, IHostApplicationLifetime lifetime, ServedFiles files) : Health.HealthBase
{
    public override async Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context)
    {
        if (!Known(request.Service))
            throw new RpcException(new Status(StatusCode.NotFound, "There is no such service here."));
        return new() { Status = await Now(context.CancellationToken) };
    }

    public override async Task Watch(HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        var last = HealthCheckResponse.Types.ServingStatus.Unknown;
        using var everySecond = new PeriodicTimer(TimeSpan.FromSeconds(1));
        do
        {
            var now = Known(request.Service) ? await Now(context.CancellationToken) : HealthCheckResponse.Types.ServingStatus.ServiceUnknown;
            if (now != last)
                await responseStream.WriteAsync(new() { Status = last = now });
        }
        while (!lifetime.ApplicationStopping.IsCancellationRequested && await everySecond.WaitForNextTickAsync(context.CancellationToken));
    }

    bool Known(string service) => service.Length == 0 || files.Services.Any(s => s.FullName == service);

    async Task<HealthCheckResponse.Types.ServingStatus> Now(CancellationToken cancel)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested || !lifetime.ApplicationStarted.IsCancellationRequested)
            return HealthCheckResponse.Types.ServingStatus.NotServing;
        try
        {
            await using var ping = database.CreateCommand("SELECT 1");
            await ping.ExecuteScalarAsync(cancel);
            return HealthCheckResponse.Types.ServingStatus.Serving;
        }
        catch (NpgsqlException)
        {
            return HealthCheckResponse.Types.ServingStatus.NotServing;
        }
    }
}
