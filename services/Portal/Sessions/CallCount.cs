using System.Globalization;

namespace Gms.Portal.Sessions;

/// <summary>
/// How many calls of services an answer took, told in its head (Server-Timing, W3C): a page that makes one call per row is seen by anybody who looks, and a test does.
/// </summary>
static class CallCount
{
    static readonly object Key = new();

    public static IApplicationBuilder UseCallCount(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var count = new Counted();
        http.Items[Key] = count;
        http.Response.OnStarting(() =>
        {
            http.Response.Headers.Append("Server-Timing", string.Create(CultureInfo.InvariantCulture, $"calls;desc=\"{count.Calls}\""));
            return Task.CompletedTask;
        });
        return next(http);
    });

    public static void Add(HttpContext http)
    {
        if (http.Items[Key] is Counted count)
            Interlocked.Increment(ref count.Calls);
    }

    sealed class Counted
    {
        public int Calls;
    }
}
