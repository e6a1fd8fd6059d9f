using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Gms.Platform;

/// <summary>
/// Answers for what fails before a call's code is reached (bytes that are no message, a message too large): the gRPC engine tells those without
/// details, so the details and the correlation id are added here.
/// </summary>
sealed class WireFailures(RequestDelegate next, ServiceIdentity service, ILogger<WireFailures> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var correlationId = CorrelationId.Of(http);
        http.Response.OnStarting(() =>
        {
            http.Response.Headers["gms-correlation-id"] = correlationId;
            return Task.CompletedTask;
        });
        await next(http);

        if (http.Request.ContentType?.StartsWith("application/grpc", StringComparison.Ordinal) != true || http.Items.ContainsKey(RequestShape.Reached))
            return;

        var trailers = http.Features.Get<IHttpResponseTrailersFeature>()?.Trailers is { IsReadOnly: false } later && later.ContainsKey("grpc-status") ? later : http.Response.HasStarted ? null : http.Response.Headers;
        if (trailers is null || !int.TryParse(trailers["grpc-status"], out var code) || code == 0)
            return;

        var (status, problem) = (StatusCode)code switch
        {
            StatusCode.ResourceExhausted => (StatusCode.ResourceExhausted, PlatformProblems.RequestTooLarge()),
            StatusCode.Unknown or StatusCode.Internal => (StatusCode.InvalidArgument, PlatformProblems.RequestUnreadable()),
            _ => (StatusCode.OK, null),
        };
        if (problem is null)
            return;

        log.LogInformation("{Path} refused before its code: {Code} ({CorrelationId})", http.Request.Path, problem.Code, correlationId);
        var details = Statuses.Build(status, [problem], service.Domain, correlationId, null);
        trailers["grpc-status"] = ((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture);
        trailers["grpc-message"] = Uri.EscapeDataString(details.Message);
        trailers["grpc-status-details-bin"] = Convert.ToBase64String(details.ToByteArray());
    }
}
