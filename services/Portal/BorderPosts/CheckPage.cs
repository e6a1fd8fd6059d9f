namespace Gms.Portal.BorderPosts;

/// <summary>The page on which a border post checks passes: static, for anybody, kept by the browser so that it works with no network.</summary>
static class CheckPage
{
    public static void MapCheck(this WebApplication app)
    {
        var page = Path.Combine(app.Environment.WebRootPath, "check", "index.html");

        // The browser keeps pages under /check/ only: without the stroke it would be another page.
        app.MapMethods("/check", ["GET", "HEAD"], (HttpContext http) => http.Request.Path.Value!.EndsWith('/') ? Results.File(page, "text/html; charset=utf-8") : Results.Redirect("/check/")).AllowAnonymous();
        app.MapGet("/check/lists", async (CarriedLists lists, HttpContext http) => Results.Json(await lists.Now(http.RequestAborted))).AllowAnonymous();
    }
}
