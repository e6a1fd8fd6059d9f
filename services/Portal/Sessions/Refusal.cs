using Gms.Type.V1;
using Google.Protobuf;
using Grpc.Core;

namespace Gms.Portal.Sessions;

/// <summary>A refusal as a page shows it: what is wrong, what to do, and the number to quote.</summary>
public sealed record Refusal(IReadOnlyList<Problem> Problems, string CorrelationId)
{
    public static Refusal Of(RpcException refused)
    {
        if (refused.Trailers.GetValueBytes("grpc-status-details-bin") is { } bytes)
            foreach (var detail in Google.Rpc.Status.Parser.ParseFrom(bytes).Details)
                if (detail.TryUnpack<Problems>(out var problems))
                    return new(problems.Problems_, problems.CorrelationId);

        return new([new Problem { Code = refused.StatusCode.ToString(), Message = "The registry does not answer now.", Remedy = "Try again in a minute." }], "");
    }
}
