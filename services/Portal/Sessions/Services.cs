using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Authentication;

namespace Gms.Portal.Sessions;

/// <summary>One channel per service for the whole process.</summary>
sealed class Channels(PortalSettings settings) : IDisposable
{
    /// <summary>A service that is back is found within this time: the library's own longest wait between two tries is two minutes.</summary>
    static readonly TimeSpan MostBeforeNextTry = TimeSpan.FromMilliseconds(500), FirstBeforeNextTry = TimeSpan.FromMilliseconds(100);

    readonly ConcurrentDictionary<string, GrpcChannel> _channels = new();

    public GrpcChannel To(string service) => _channels.GetOrAdd(service, name => GrpcChannel.ForAddress(
        settings.Services.GetValueOrDefault(name) ?? throw new InvalidOperationException($"Peers__{name} is not set: put the gRPC address of {name} there."),
        new()
        {
            UnsafeUseInsecureChannelCallCredentials = true,
            HttpHandler = new SocketsHttpHandler { EnableMultipleHttp2Connections = true },
            InitialReconnectBackoff = FirstBeforeNextTry,
            MaxReconnectBackoff = MostBeforeNextTry,
        }));

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
        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation) =>
            continuation(request, Signed(context, TimeSpan.FromSeconds(10)));

        public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation) =>
            continuation(request, Signed(context, TimeSpan.FromMinutes(10)));

        public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context, AsyncClientStreamingCallContinuation<TRequest, TResponse> continuation) =>
            continuation(Signed(context, TimeSpan.FromHours(1)));

        /// <summary>The token is read here, within the request: a file may be on its way for longer than that.</summary>
        ClientInterceptorContext<TRequest, TResponse> Signed<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context, TimeSpan within) where TRequest : class where TResponse : class
        {
            CallCount.Add(http);
            var token = http.GetTokenAsync("access_token");
            return new(context.Method, context.Host, context.Options
                .WithDeadline(DateTime.UtcNow.Add(within))
                .WithCredentials(CallCredentials.FromInterceptor(async (_, metadata) => metadata.Add("authorization", "Bearer " + await token))));
        }
    }
}
