using System.Diagnostics;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Gms.Local.Demo;

/// <summary>One call of a journey: the service, the call and how long it took.</summary>
public sealed record JourneyStep(string Service, string Call, double Milliseconds);

/// <summary>Notes every call made, in the order in which they were answered. A call that met another one on the same record (ABORTED: nothing was written) is made again, as offices do.</summary>
public sealed class Recorder(Action<JourneyStep> note) : Interceptor
{
    const int MostTurns = 5;

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        var started = Stopwatch.GetTimestamp();
        var call = continuation(request, context);
        return new(Noted(), call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, call.Dispose);

        async Task<TResponse> Noted()
        {
            var answer = await Answered(1);
            var service = string.Concat(context.Method.ServiceName.Split('.')[1].Split('_').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
            note(new(service, $"{context.Method.ServiceName.Split('.')[^1]}.{context.Method.Name}", Stopwatch.GetElapsedTime(started).TotalMilliseconds));
            return answer;
        }

        async Task<TResponse> Answered(int turn)
        {
            try
            {
                return await call.ResponseAsync;
            }
            catch (RpcException met) when (met.StatusCode == StatusCode.Aborted && turn < MostTurns)
            {
                call = continuation(request, context);
                return await Answered(turn + 1);
            }
        }
    }
}
