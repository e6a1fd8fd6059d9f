using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;

namespace Gms.Local.Demo;

/// <summary>
/// The offices of the demonstration as callers: a channel per service, a token per account, and a note of each call made.
/// Everything goes through the same doors as a ministry's own system.
/// </summary>
public sealed class Offices(Doors doors) : IDisposable
{
    readonly ConcurrentDictionary<string, GrpcChannel> _channels = new();
    readonly Accounts _accounts = new(doors);

    public Offices(LocalSystem system) : this(Doors.Of(system))
    {
    }

    /// <summary>Calls to a service as one account, noted by the journey. The time is the journey's own where it has one.</summary>
    public CallInvoker To(string service, string account, string? purpose, Recorder? recorder = null, DateTimeOffset? clock = null)
    {
        var calls = Channel(service).CreateCallInvoker().Intercept(new Carrier(account, purpose, clock, _accounts));
        return recorder is null ? calls : calls.Intercept(recorder);
    }

    /// <summary>Calls that need no sign-in.</summary>
    public CallInvoker ToPublic(string service) => Channel(service).CreateCallInvoker();

    GrpcChannel Channel(string service) => _channels.GetOrAdd(service, name => GrpcChannel.ForAddress(doors.Calls(name), new() { UnsafeUseInsecureChannelCallCredentials = true, HttpHandler = doors.Handler?.Invoke() }));

    /// <summary>The organisation that an account acts for, with its agency id where it is an agency.</summary>
    public Task<string> Token(string account) => _accounts.Token(account);

    public void Dispose()
    {
        foreach (var channel in _channels.Values)
            channel.Dispose();
        _accounts.Dispose();
    }

    sealed class Carrier(string account, string? purpose, DateTimeOffset? clock, Accounts accounts) : Interceptor
    {
        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation) =>
            continuation(request, Prepared(context, context.Options.Deadline ?? DateTime.UtcNow.AddSeconds(30)));

        public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation) =>
            continuation(request, Prepared(context, context.Options.Deadline));

        public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context, AsyncClientStreamingCallContinuation<TRequest, TResponse> continuation) =>
            continuation(Prepared(context, context.Options.Deadline));

        public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context, AsyncDuplexStreamingCallContinuation<TRequest, TResponse> continuation) =>
            continuation(Prepared(context, context.Options.Deadline));

        ClientInterceptorContext<TRequest, TResponse> Prepared<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context, DateTime? deadline)
            where TRequest : class
            where TResponse : class
        {
            var headers = new Metadata();
            if (purpose is not null)
                headers.Add("gms-purpose", purpose);
            if (clock is { } time)
                headers.Add("gms-test-clock", time.ToString("O"));
            var options = context.Options.WithHeaders(headers)
                .WithCredentials(CallCredentials.FromInterceptor(async (_, metadata) => metadata.Add("authorization", "Bearer " + await accounts.Token(account))));
            return new(context.Method, context.Host, deadline is { } until ? options.WithDeadline(until) : options);
        }
    }
}
