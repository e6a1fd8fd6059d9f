using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace Gms.Portal;

/// <summary>Writes what failed to the log under the reference that the error page shows. The page is named by its pattern: its address may hold a worker number.</summary>
sealed class FailureLog(ILogger<FailureLog> log) : IExceptionHandler
{
    public static string Reference(HttpContext http) => Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier;

    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var page = (httpContext.Features.Get<IExceptionHandlerFeature>()?.Endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "?";
        log.LogError(exception, "{Page} failed ({CorrelationId})", page, Reference(httpContext));
        return new(false);    // the page /error answers
    }
}
