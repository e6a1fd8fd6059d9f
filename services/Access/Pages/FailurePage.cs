using Gms.Access.Languages;
using Gms.Access.OpenId;
using Gms.Platform;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Gms.Access.Pages;

/// <summary>
/// The answer when something of ours failed: a page for people, JSON for programs, both with the reference under which the failure stands in the log.
/// </summary>
sealed class FailurePage
{
    public static Task Answer(HttpContext http)
    {
        var failure = http.Features.Get<IExceptionHandlerFeature>()!.Error;
        var log = http.RequestServices.GetRequiredService<ILogger<FailurePage>>();
        var reference = CorrelationId.Of(http);
        http.Response.Headers.CacheControl = "no-store";
        if (StorageFailures.IsOutage(failure) || failure.GetBaseException() is NpgsqlException { IsTransient: true })    // a page has no request_id: what passes by itself is for its reader to send again
        {
            log.LogWarning("{Path} could not use the database: {Failure} ({CorrelationId})", http.Request.Path, StorageFailures.Named(failure), reference);
            http.Response.Headers.RetryAfter = "2";
            return Answer(http, StatusCodes.Status503ServiceUnavailable, "failure.outage", reference, new("temporarily_unavailable", $"The database does not answer now. Wait a little and try again. Reference for help: {reference}"));
        }

        log.LogError(failure, "{Path} failed ({CorrelationId})", http.Request.Path, reference);
        return Answer(http, StatusCodes.Status500InternalServerError, "failure.failed", reference, new("server_error", $"Access failed to do this. Try again; if it fails again, tell your administrator this reference: {reference}"));
    }

    /// <summary>Whoever asks too often.</summary>
    public static Task TooMany(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "60";
        http.Response.Headers.CacheControl = "no-store";
        return Answer(http, StatusCodes.Status429TooManyRequests, "failure.many", "", new("temporarily_unavailable", "Too many requests from this address; try again in a minute."));
    }

    /// <param name="said">The texts said.title and said.text, for people.</param>
    static Task Answer(HttpContext http, int status, string said, string reference, ErrorAnswer answer) => IsForPrograms(http)
        ? Results.Json(answer, statusCode: status).ExecuteAsync(http)
        : Page.Problem(http, PageLanguage.Of(http)[$"{said}.title"], PageLanguage.Of(http)[$"{said}.text", reference], status).ExecuteAsync(http);

    static bool IsForPrograms(HttpContext http) => http.Request.Path.Value is "/connect/token" or "/connect/userinfo" or "/connect/jwks";
}
