using System.Diagnostics;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Gms.Local.Demo;

/// <summary>One call of a journey: the service, the call and how long it took.</summary>
public sealed record JourneyStep(string Service, string Call, double Milliseconds);

/// <summary>Notes every call made, in the order in which they were answered.</summary>
public sealed class Recorder(Action<JourneyStep> note) : Interceptor
{
    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        var started = Stopwatch.GetTimestamp();
        var call = continuation(request, context);
        return new(Noted(), call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, call.Dispose);

        async Task<TResponse> Noted()
        {
            var answer = await call.ResponseAsync;
            var service = string.Concat(context.Method.ServiceName.Split('.')[1].Split('_').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
            note(new(service, $"{context.Method.ServiceName.Split('.')[^1]}.{context.Method.Name}", Stopwatch.GetElapsedTime(started).TotalMilliseconds));
            return answer;
        }
    }
}
