namespace Gms.Portal.Languages;

/// <summary>In which language a person reads: the one chosen on a page, else the one that the browser asks for, else English.</summary>
static class LanguageChoice
{
    const string Cookie = "language";

    public static IServiceCollection AddLanguages(this IServiceCollection services) =>
        services.AddScoped(provider => Texts.In(Of(provider.GetRequiredService<IHttpContextAccessor>().HttpContext!.Request)));

    /// <summary><c>/language/km?back=/workers</c> keeps the choice for a year and goes back.</summary>
    public static void MapLanguages(this IEndpointRouteBuilder app) => app.MapGet("/language/{code}", (string code, string? back, HttpContext http) =>
    {
        if (Language.Find(code) is { } chosen)
            http.Response.Cookies.Append(Cookie, chosen.Code, new() { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, Secure = http.Request.IsHttps, IsEssential = true });
        return Results.LocalRedirect(IsOurs(back) ? back! : "/");
    }).AllowAnonymous();

    public static Language Of(HttpRequest request) => Language.Find(request.Cookies[Cookie]) ?? Asked(request) ?? Language.English;

    static Language? Asked(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(l => l.Quality is not 0).OrderByDescending(l => l.Quality ?? 1).Select(l => Language.Nearest(l.Value.ToString())).FirstOrDefault(l => l is not null);

    /// <summary>A path of the Portal, never another's address.</summary>
    internal static bool IsOurs(string? back) => back is ['/', ..] and not ['/', '/' or '\\', ..] && !back.Any(char.IsControl);
}
