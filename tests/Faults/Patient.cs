using System.Diagnostics;
using Gms.Local;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Gms.Faults;

/// <summary>
/// Does what a careful client does in an outage: repeats the same request, with the same request_id, until it is answered. Only what says
/// that the call may not have been done is repeated; a refusal is an answer.
/// </summary>
sealed class Patient : Interceptor
{
    static readonly TimeSpan Deadline = TimeSpan.FromMinutes(3);

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        return new(Repeated(), Task.FromResult(new Metadata()), () => Status.DefaultSuccess, () => [], () => { });

        async Task<TResponse> Repeated()
        {
            var started = Stopwatch.GetTimestamp();
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return await continuation(request, context).ResponseAsync;
                }
                catch (RpcException failure) when (MayRepeat(failure) && !context.Options.CancellationToken.IsCancellationRequested && Stopwatch.GetElapsedTime(started) < Deadline)
                {
                    // A pause between attempts, as a client makes; nothing is concluded from its length.
                    await Task.Delay(Math.Min(100 * attempt, 1000));
                }
            }
        }
    }

    static bool MayRepeat(RpcException failure) =>
        failure.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Aborted or StatusCode.Cancelled
        || failure.Status.DebugException is HttpRequestException or IOException;
}
