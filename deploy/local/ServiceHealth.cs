namespace Gms.Local;

/// <summary>Whether a service is ready for calls.</summary>
static class ServiceHealth
{
    /// <summary>For now: somebody accepts connections there. To become grpc.health.v1's Check, and a GET for web-only services.</summary>
    public static Task<bool> IsServing(Uri address, CancellationToken cancel) => Ping.CanConnect(address.Port, cancel);
}
