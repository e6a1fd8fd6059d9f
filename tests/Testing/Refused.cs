using Gms.Platform;
using Grpc.Core;
using Xunit;

namespace Gms.Testing;

/// <summary>Reads a refusal as its caller does.</summary>
public static class Refused
{
    /// <summary>The codes of all reasons, in order: <c>await Refused.Codes(StatusCode.FailedPrecondition, () => client.PublishAsync(…))</c>.</summary>
    public static async Task<IReadOnlyList<string>> Codes<T>(StatusCode status, Func<AsyncUnaryCall<T>> call) =>
        [.. (await With(status, call)).Problems().Select(p => p.Code)];

    /// <summary>The proto fields at fault.</summary>
    public static async Task<IReadOnlyList<string>> Fields<T>(StatusCode status, Func<AsyncUnaryCall<T>> call) =>
        [.. (await With(status, call)).Problems().Select(p => p.Field)];

    /// <summary>The same of a call that takes more than one step: a stream.</summary>
    public static async Task<IReadOnlyList<string>> StreamCodes(StatusCode status, Func<Task> call)
    {
        var refusal = await Assert.ThrowsAsync<RpcException>(call);
        Assert.Equal(status, refusal.StatusCode);
        return [.. refusal.Problems().Select(p => p.Code)];
    }

    public static async Task<RpcException> With<T>(StatusCode status, Func<AsyncUnaryCall<T>> call)
    {
        var refusal = await Assert.ThrowsAsync<RpcException>(async () => await call());
        Assert.Equal(status, refusal.StatusCode);
        return refusal;
    }
}
