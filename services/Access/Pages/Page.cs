using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Gms.Access.Pages;

/// <summary>Plain pages: they work without script, from a keyboard, with a screen reader and on a small screen.</summary>
static class Page
{
    const string Style =
        """
        :root { color-scheme: light dark }
        body { font: 1.125rem/1.5 system-ui, "Noto Sans", sans-serif; max-width: 26rem; margin: 2rem auto; padding: 0 1rem }
        label { display: block; margin-top: 1rem; font-weight: 600 }
        input, button { font: inherit; box-sizing: border-box; width: 100%; padding: .6rem; margin-top: .25rem; border: 2px solid #767676; border-radius: .25rem }
        button { margin-top: 1.5rem; border-color: #0b4f8a; background: #0b4f8a; color: #fff; cursor: pointer }
        :focus-visible { outline: 3px solid #d08700; outline-offset: 2px }
        .problem { border-left: .4rem solid #b3261e; padding: .5rem .75rem }
        .hint { margin: .25rem 0 0 }
        """;

    static readonly string StyleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));
    static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Encode(string text) => Encoder.Encode(text);

    /// <param name="formLeadsTo">Origins that a submitted form may be redirected to, which the browser holds against the policy too.</param>
    public static IResult Answer(HttpContext http, string title, string body, int status = StatusCodes.Status200OK, IEnumerable<string>? formLeadsTo = null)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'sha256-{StyleHash}'; form-action {string.Join(' ', ["'self'", .. formLeadsTo ?? []])}; base-uri 'none'; frame-ancestors 'none'";
        var html =
            $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Encode(title)} – Migrant-worker registry</title>
            <style>{Style}</style>
            </head>
            <body>
            <main>
            <h1>{Encode(title)}</h1>
            {body}
            </main>
            </body>
            </html>
            """;
        return Results.Content(html, "text/html; charset=utf-8", Encoding.UTF8, status);
    }

    public static IResult Problem(HttpContext http, string title, string message, int status = StatusCodes.Status400BadRequest) =>
        Answer(http, title, $"<p class=\"problem\" role=\"alert\">{Encode(message)}</p>", status);

    public static string HiddenFields(HttpContext http, IAntiforgery antiforgery, string? returnTo)
    {
        var tokens = antiforgery.GetAndStoreTokens(http);
        return $"<input type=\"hidden\" name=\"{tokens.FormFieldName}\" value=\"{Encode(tokens.RequestToken!)}\">"
            + (returnTo is null ? "" : $"<input type=\"hidden\" name=\"return\" value=\"{Encode(returnTo)}\">");
    }

    /// <summary>Where to go on after the form: to the authorize endpoint of this server and nowhere else.</summary>
    public static string? ReturnTo(string? sent) => sent is not null && sent.StartsWith("/connect/authorize?", StringComparison.Ordinal) ? sent : null;
}
