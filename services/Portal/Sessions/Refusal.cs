using Gms.Type.V1;
using Google.Protobuf;
using Grpc.Core;

namespace Gms.Portal.Sessions;

/// <summary>A refusal as a page shows it: what is wrong, what to do, and the number to quote.</summary>
public sealed record Refusal(IReadOnlyList<Problem> Problems, string CorrelationId)
{
    /// <summary>How the page answers that shows it: 403 where its reader may not have it, 404 where there is nothing; unset else.</summary>
    public int? Status { get; init; }

    /// <summary>Nobody knows whether what was asked was done: the answer was lost, not given. The same request, sent again, is done once.</summary>
    public bool MayBeDone { get; init; }

    /// <summary>A refusal of the Portal's own: its texts are problem.CODE.</summary>
    public static Refusal OfPortal(string code, string field = "") => new([new Problem { Code = code, Field = field, Message = Languages.Texts.In(Languages.Language.English)[$"problem.{code}"], Remedy = Languages.Texts.In(Languages.Language.English)[$"problem.{code}.do"] }], "");

    public static Refusal Of(RpcException refused)
    {
        if (refused.Trailers.GetValueBytes("grpc-status-details-bin") is { } bytes)
            foreach (var detail in Google.Rpc.Status.Parser.ParseFrom(bytes).Details)
                if (detail.TryUnpack<Problems>(out var problems))
                    return new(problems.Problems_, problems.CorrelationId) { Status = StatusOf(refused.StatusCode), MayBeDone = IsLost(refused.StatusCode) };

        return new([new Problem { Code = refused.StatusCode.ToString(), Message = "The registry does not answer now.", Remedy = "Try again in a minute." }], "") { MayBeDone = IsLost(refused.StatusCode) };
    }

    static bool IsLost(StatusCode code) => code is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Cancelled or StatusCode.Aborted or StatusCode.Internal or StatusCode.Unknown;

    static int? StatusOf(StatusCode code) => code switch
    {
        StatusCode.PermissionDenied => StatusCodes.Status403Forbidden,
        StatusCode.NotFound => StatusCodes.Status404NotFound,
        _ => null,
    };
}
