using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;

namespace Gms.Local;

/// <summary>Whether a service is ready for calls: grpc.health.v1, or a plain GET of /health for what only serves pages.</summary>
static class ServiceHealth
{
    static readonly HttpClient _web = new() { Timeout = TimeSpan.FromSeconds(2) };

    public static Task<bool> IsServing(Service service, Uri address, CancellationToken cancel) =>
        service.HasGrpc ? AnswersGrpc(address, cancel) : AnswersWeb(address, cancel);

    static async Task<bool> AnswersGrpc(Uri address, CancellationToken cancel)
    {
        using var channel = GrpcChannel.ForAddress(address);
        try
        {
            var answer = await new Health.HealthClient(channel).CheckAsync(new HealthCheckRequest(), deadline: DateTime.UtcNow.AddSeconds(2), cancellationToken: cancel);
            return answer.Status == HealthCheckResponse.Types.ServingStatus.Serving;
        }
        catch (RpcException) when (!cancel.IsCancellationRequested)
        {
            return false;
        }
    }

    static async Task<bool> AnswersWeb(Uri address, CancellationToken cancel)
    {
        try
        {
            using var answer = await _web.GetAsync(new Uri(address, "/health"), cancel);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (TaskCanceledException) when (!cancel.IsCancellationRequested)
        {
            return false;
        }
    }
}
