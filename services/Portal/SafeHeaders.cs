namespace Gms.Portal;

/// <summary>What every page tells the browser: run nothing and load nothing that is not ours, send no form elsewhere, be framed by nobody, leave no trace in another's log or cache.</summary>
sealed class SafeHeaders(RequestDelegate next, PortalSettings settings)
{
    public Task InvokeAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'self'; object-src 'none'; " +
            $"form-action 'self' {new Uri(Sessions.SignIn.Reached(http.Request, settings, settings.Issuer)).GetLeftPart(UriPartial.Authority)}";    // signing out leads on there, and a form whose session has ended
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        http.Response.OnStarting(() =>
        {
            // Last, for a form's token has said so already and would warn of whoever said it before.
            if (headers.CacheControl.Count == 0 && !http.Request.Path.StartsWithSegments("/style.css") && !http.Request.Path.StartsWithSegments("/keep.js"))
                headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(http);
    }
}
