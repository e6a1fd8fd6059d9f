using Gms.Access.Pages;
using Gms.Portal.Languages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Gms.Access.Languages;

/// <summary>
/// In which language a page is shown: the one chosen on a page of ours, else the one that the client asked for (ui_locales, OpenID Connect Core 3.1.2.1), else
/// the browser's, else English.
/// </summary>
static class PageLanguage
{
    const string Cookie = "language";

    static readonly string[] Forms = ["/connect/login", "/connect/code", "/connect/code/enter", "/connect/password", "/connect/second-factor", "/connect/second-factor/set-up", "/connect/account"];

    public static Texts Of(HttpContext http) => Texts.In(Chosen(http) ?? Asked(http) ?? Browsers(http) ?? Language.English);

    /// <summary>Where a form that was sent leads back to says in which language it was asked for, as the address did before.</summary>
    public static void Sent(HttpContext http, string? returnTo) => http.Items[Cookie] = returnTo;

    /// <summary>/connect/language/km?back=… keeps the choice for a year and goes back to one of our forms.</summary>
    public static IResult Choose(HttpContext http, string code, string? back)
    {
        if (Language.Find(code) is { } chosen)
            http.Response.Cookies.Append(Cookie, chosen.Code, new() { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, Secure = http.Request.IsHttps, IsEssential = true, Path = "/connect" });
        return Results.Redirect(IsForm(back) ? back! : "/connect/login");
    }

    /// <summary>The address of the form shown, to come back to after the choice; what else was asked for cannot be asked again by a link.</summary>
    public static string Here(HttpContext http)
    {
        var path = IsForm(http.Request.Path) ? http.Request.Path.Value! : "/connect/login";
        return Page.ReturnTo(http.Items[Cookie] as string ?? http.Request.Query["return"]) is { } returnTo ? QueryHelpers.AddQueryString(path, "return", returnTo) : path;
    }

    static bool IsForm(string? path) => path is not null && Forms.Contains(path.Split('?')[0]) && !path.Any(char.IsControl);

    static Language? Chosen(HttpContext http) => Language.Find(http.Request.Cookies[Cookie]);

    static Language? Asked(HttpContext http)
    {
        var query = http.Request.Query;
        var sent = query["ui_locales"].ToString() is { Length: > 0 } own ? own
            : (http.Items[Cookie] as string ?? query["return"].ToString()) is { Length: > 0 } back && back.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at && QueryHelpers.ParseQuery(back[at..]).TryGetValue("ui_locales", out var carried) ? carried.ToString() : "";
        return sent.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Language.Nearest).FirstOrDefault(l => l is not null);
    }

    static Language? Browsers(HttpContext http) => http.Request.GetTypedHeaders().AcceptLanguage
        .Where(l => l.Quality is not 0).OrderByDescending(l => l.Quality ?? 1).Select(l => Language.Nearest(l.Value.ToString())).FirstOrDefault(l => l is not null);
}
