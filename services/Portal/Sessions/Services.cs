using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Authentication;

namespace Gms.Portal.Sessions;

/// <summary>One channel per service for the whole process.</summary>
sealed class Channels(PortalSettings settings) : IDisposable
{
    readonly ConcurrentDictionary<string, GrpcChannel> _channels = new();

    public GrpcChannel To(string service) => _channels.GetOrAdd(service, name => GrpcChannel.ForAddress(
        settings.Services.GetValueOrDefault(name) ?? throw new InvalidOperationException($"Peers__{name} is not set: put the gRPC address of {name} there."),
        new() { UnsafeUseInsecureChannelCallCredentials = true, HttpHandler = new SocketsHttpHandler { EnableMultipleHttp2Connections = true } }));

    public void Dispose()
    {
        foreach (var channel in _channels.Values)
            channel.Dispose();
    }
}

/// <summary>The services as the signed-in user may use them: each call carries the user's own token and says its purpose.</summary>
sealed class Services(Channels channels, IHttpContextAccessor http)
{
    public CallInvoker To(string service, string purpose) => channels.To(service).Intercept(headers =>
    {
        headers.Add("gms-purpose", purpose);
        return headers;
    }).Intercept(new WithToken(http.HttpContext!));

    sealed class WithToken(HttpContext http) : Interceptor
    {
        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            var options = context.Options
                .WithDeadline(DateTime.UtcNow.AddSeconds(10))
                .WithCredentials(CallCredentials.FromInterceptor(async (_, metadata) => metadata.Add("authorization", "Bearer " + await http.GetTokenAsync("access_token"))));
            return continuation(request, new(context.Method, context.Host, options));
        }
    }
}
