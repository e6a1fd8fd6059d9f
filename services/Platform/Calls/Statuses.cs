using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Proto = Gms.Type.V1;

namespace Gms.Platform;

/// <summary>Refusals as google.rpc.Status: ErrorInfo, BadRequest with proto field names, Problems, RequestInfo, RetryInfo.</summary>
public static class Statuses
{
    const string DetailsKey = "grpc-status-details-bin";

    internal static RpcException ToRpcException(StatusCode code, IReadOnlyList<Problem> problems, string domain, string correlationId, TimeSpan? retryAfter = null)
    {
        var status = Build(code, problems, domain, correlationId, retryAfter);
        var trailers = new Metadata { { DetailsKey, status.ToByteArray() }, { "gms-correlation-id", correlationId } };
        // What RetryInfo says to whoever reads details, said to the retry policy of a gRPC client (gRFC A6), ours between services among them.
        if (code == StatusCode.ResourceExhausted && retryAfter is { } wait)
            trailers.Add("grpc-retry-pushback-ms", ((long)Math.Ceiling(wait.TotalMilliseconds)).ToString(System.Globalization.CultureInfo.InvariantCulture));
        return new RpcException(new Grpc.Core.Status(code, status.Message), trailers);
    }

    internal static Google.Rpc.Status Build(StatusCode code, IReadOnlyList<Problem> problems, string domain, string correlationId, TimeSpan? retryAfter)
    {
        var status = new Google.Rpc.Status { Code = (int)code, Message = string.Join(" ", problems.Select(p => p.Message)) };

        status.Details.Add(Any.Pack(new ErrorInfo { Reason = problems[0].Code, Domain = domain, Metadata = { ["correlation_id"] = correlationId } }));

        var fields = new BadRequest();
        fields.FieldViolations.AddRange(problems.Where(p => p.Field is not null).Select(p => new BadRequest.Types.FieldViolation { Field = p.Field, Description = p.Message }));
        if (fields.FieldViolations.Count > 0)
            status.Details.Add(Any.Pack(fields));

        var all = new Proto.Problems { CorrelationId = correlationId };
        all.Problems_.AddRange(problems.Select(ToProto));
        status.Details.Add(Any.Pack(all));
        status.Details.Add(Any.Pack(new RequestInfo { RequestId = correlationId }));
        if (retryAfter is { } wait)
            status.Details.Add(Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(wait) }));

        return status;
    }

    /// <summary>As an answer tells it that holds problems of its own.</summary>
    public static Proto.Problem ToProto(Problem problem) => new()
    {
        Code = problem.Code,
        Message = problem.Message,
        Field = problem.Field ?? "",
        Remedy = problem.Remedy ?? "",
        Source = problem.Source ?? "",
    };

    /// <summary>The reasons a service gave, read back from the exception that its client sees; empty when it gave none.</summary>
    public static IReadOnlyList<Proto.Problem> Problems(this RpcException exception)
    {
        if (exception.Trailers.Get(DetailsKey) is not { } entry)
            return [];

        foreach (var detail in Google.Rpc.Status.Parser.ParseFrom(entry.ValueBytes).Details)
            if (detail.TryUnpack<Proto.Problems>(out var problems))
                return problems.Problems_;

        return [];
    }
}
