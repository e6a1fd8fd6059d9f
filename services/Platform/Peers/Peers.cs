using Gms.Type.V1;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Grpc.Net.Client.Configuration;

namespace Gms.Platform;

/// <summary>The other services. A call to them carries who asked, why, the test clock and a deadline.</summary>
public sealed class Peers(PeerSettings settings, Call call, PeerChannels channels) : IPeers
{
    /// <summary>
    /// The way to a peer for the call being served: its caller's token, exchanged; or, in a timer or consumer, this service's own.
    /// Use it with a generated client: <c>new Compliance.ComplianceClient(peers.To("Recruitment", Purpose.DepartureClearance))</c>.
    /// </summary>
    public CallInvoker To(string peer, Purpose purpose) => channels.To(peer, settings).Intercept(new Carrier(peer, purpose, call.Token, null, settings.Deadline, channels));

    /// <summary>The way to a peer for work that goes on after its call: as this service, in the name of who asked then.</summary>
    public CallInvoker To(string peer, Purpose purpose, string account, string organisation) =>
        channels.To(peer, settings).Intercept(new Carrier(peer, purpose, null, $"{account}|{organisation}", settings.Deadline, channels));

    sealed class Carrier(string peer, Purpose purpose, string? token, string? onBehalfOf, TimeSpan deadline, PeerChannels channels) : Interceptor
    {
        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation) =>
            continuation(request, Prepared(context));

        public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation) =>
            continuation(request, Prepared(context, unary: false));

        public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context, AsyncClientStreamingCallContinuation<TRequest, TResponse> continuation) =>
            continuation(Prepared(context, unary: false));

        ClientInterceptorContext<TRequest, TResponse> Prepared<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context, bool unary = true)
            where TRequest : class
            where TResponse : class
        {
            var headers = new Metadata { { "gms-purpose", purpose.Name() } };
            if (onBehalfOf is not null)
                headers.Add(ServiceIdentity.OnBehalfOf, onBehalfOf);
            if (CallClock.TestTime is { } time)
                headers.Add(CallClock.Header, time.ToString("O"));

            var options = context.Options.WithHeaders(headers).WithCredentials(CallCredentials.FromInterceptor(async (_, metadata) =>
                metadata.Add("authorization", "Bearer " + (token is null ? await channels.Tokens.Own(ServiceClient(peer)) : await channels.Tokens.OnBehalfOf(token, ServiceClient(peer))))));
            if (unary && context.Options.Deadline is null)
                options = options.WithDeadline(DateTime.UtcNow + deadline);
            return new(context.Method, context.Host, options);
        }

        static string ServiceClient(string peer) => SnakeCase.Of(peer).Replace('_', '-');
    }
}

/// <summary>A test stands in for a service that is not running.</summary>
public interface IPeers
{
    CallInvoker To(string peer, Purpose purpose);

    CallInvoker To(string peer, Purpose purpose, string account, string organisation);
}

/// <summary>Where the other services are, by their folder's name.</summary>
public sealed record PeerSettings(IReadOnlyDictionary<string, Uri> Addresses, TimeSpan Deadline)
{
    public Uri Of(string peer) => Addresses.GetValueOrDefault(peer) ?? throw new InvalidOperationException($"Peers__{peer} is not set: put the gRPC address of {peer} there.");
}

/// <summary>One channel per peer for the whole process.</summary>
public sealed class PeerChannels : IDisposable
{
    readonly System.Collections.Concurrent.ConcurrentDictionary<string, GrpcChannel> _channels = new();

    internal PeerChannels(TokenSource tokens) => Tokens = tokens;

    internal TokenSource Tokens { get; }

    internal CallInvoker To(string peer, PeerSettings settings) => _channels.GetOrAdd(peer, _ => Open(settings.Of(peer))).CreateCallInvoker();

    /// <summary>
    /// After a failed connection a channel answers that nobody is there until it tries again. The library's own longest wait of two minutes would outlast most outages:
    /// a part that is back is found within this time.
    /// </summary>
    static readonly TimeSpan MostBeforeNextTry = TimeSpan.FromMilliseconds(500), FirstBeforeNextTry = TimeSpan.FromMilliseconds(100);

    static GrpcChannel Open(Uri address) => GrpcChannel.ForAddress(address, new()
    {
        InitialReconnectBackoff = FirstBeforeNextTry,
        MaxReconnectBackoff = MostBeforeNextTry,
        UnsafeUseInsecureChannelCallCredentials = address.IsLoopback,
        HttpHandler = new SocketsHttpHandler { EnableMultipleHttp2Connections = true, PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5), KeepAlivePingDelay = TimeSpan.FromSeconds(20), KeepAlivePingTimeout = TimeSpan.FromSeconds(10) },
        // Only what the wire lost before a handler saw it, or what a server asked to repeat, is repeated; changing calls carry a request_id.
        ServiceConfig = new()
        {
            MethodConfigs =
            {
                new MethodConfig
                {
                    Names = { MethodName.Default },
                    RetryPolicy = new() { MaxAttempts = 3, InitialBackoff = TimeSpan.FromMilliseconds(50), MaxBackoff = TimeSpan.FromMilliseconds(500), BackoffMultiplier = 3, RetryableStatusCodes = { StatusCode.Unavailable, StatusCode.ResourceExhausted } },
                },
            },
        },
    });

    public void Dispose()
    {
        foreach (var channel in _channels.Values)
            channel.Dispose();
    }
}
