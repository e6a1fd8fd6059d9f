using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Gms.Access.Languages;
using Gms.Access.Sessions;
using Gms.Portal.Languages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Gms.Access.Pages;

/// <summary>Plain pages: they work without script, from a keyboard, with a screen reader and on a small screen.</summary>
static class Page
{
    const string Style =
        """
        :root { color-scheme: light dark }
        body { font: 1.125rem/1.5 system-ui, "Noto Sans", "Noto Sans Khmer", "Noto Sans Lao", "Noto Sans Myanmar", "Noto Sans Thai", "Noto Sans SC", sans-serif; max-width: 26rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: break-word }
        label { display: block; margin-top: 1rem; font-weight: 600 }
        input, button { font: inherit; box-sizing: border-box; width: 100%; padding: .6rem; margin-top: .25rem; border: 2px solid #767676; border-radius: .25rem }
        button { margin-top: 1.5rem; border-color: #0b4f8a; background: #0b4f8a; color: #fff; cursor: pointer }
        :focus-visible { outline: 3px solid #d08700; outline-offset: 2px }
        button.second { margin-top: .75rem; background: transparent; color: inherit }
        a { color: light-dark(#0b4f8a, #9ecbff); display: inline-block; padding: .25rem 0 }
        input.code { font-size: 1.75rem; letter-spacing: .2em }
        footer { margin-top: 3rem; border-top: 1px solid #767676; font-size: 1rem }
        footer a { margin-right: 1rem; padding: .4rem 0 }
        [aria-current] { font-weight: 700 }
        .problem { border-left: .4rem solid #b3261e; padding: .5rem .75rem }
        .hint { margin: .25rem 0 0 }
        .qr { width: 100%; max-width: 16rem; background: #fff; image-rendering: pixelated }
        .key { font: 600 1.25rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere }
        ul { padding-left: 1.25rem }
        li form { display: inline }
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
            $"default-src 'none'; img-src data:; style-src 'sha256-{StyleHash}'; form-action {string.Join(' ', ["'self'", .. formLeadsTo ?? []])}; base-uri 'none'; frame-ancestors 'none'";
        var t = PageLanguage.Of(http);
        var html =
            $"""
            <!DOCTYPE html>
            <html lang="{t.Language.Code}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Encode(title)} – {Encode(t["app.name"])}</title>
            <style>{Style}</style>
            </head>
            <body>
            <main>
            <h1>{Encode(title)}</h1>
            {body}
            </main>
            <footer><nav aria-label="{Encode(t["nav.languages"])}">{Languages(http, t)}</nav></footer>
            </body>
            </html>
            """;
        return Results.Content(html, "text/html; charset=utf-8", Encoding.UTF8, status);
    }

    /// <summary>What is wrong with a form that was sent; nothing where nothing is.</summary>
    public static string Told(Texts t, string? problem) => problem is null ? "" : $"<p class=\"problem\" role=\"alert\" id=\"problem\">{Encode(t[problem])}</p>";

    /// <summary>What a screen reader reads with a field.</summary>
    public static string DescribedBy(string? problem, string hint) => problem is null ? hint : $"problem {hint}";

    public static IResult SignedIn(HttpContext http)
    {
        var t = PageLanguage.Of(http);
        return Answer(http, t["signed_in.title"], $"<p><a href=\"/connect/account\">{Encode(t["account.title"])}</a></p><p><a href=\"/connect/logout\">{Encode(t["sign_out"])}</a></p>");
    }

    /// <summary>A program's mistake, which the person in between can only pass on: what to do in the person's language, the rest as programmers say it.</summary>
    public static IResult Impossible(HttpContext http, string title, string message)
    {
        var t = PageLanguage.Of(http);
        return Answer(http, t[title], $"<p class=\"problem\" role=\"alert\">{Encode(t["impossible.do"])} <span lang=\"en\">{Encode(message)}</span></p>", StatusCodes.Status400BadRequest);
    }

    static string Languages(HttpContext http, Texts t)
    {
        var back = Uri.EscapeDataString(PageLanguage.Here(http));
        return string.Join('\n', Language.All.Select(l => $"<a href=\"/connect/language/{l.Code}?back={back}\" lang=\"{l.Code}\"{(l == t.Language ? " aria-current=\"true\"" : "")}>{Encode(l.Name)}</a>"));
    }

    public static IResult Problem(HttpContext http, string title, string message, int status = StatusCodes.Status400BadRequest) =>
        Answer(http, title, $"<p class=\"problem\" role=\"alert\">{Encode(message)}</p>", status);

    public static string HiddenFields(HttpContext http, IAntiforgery antiforgery, string? returnTo)
    {
        var tokens = antiforgery.GetAndStoreTokens(http);
        return $"<input type=\"hidden\" name=\"{tokens.FormFieldName}\" value=\"{Encode(tokens.RequestToken!)}\">"
            + (returnTo is null ? "" : $"<input type=\"hidden\" name=\"return\" value=\"{Encode(returnTo)}\">");
    }

    /// <summary>Where to go on after the form: to the authorize endpoint or the page of one's own sign-in here, and nowhere else.</summary>
    public static string? ReturnTo(string? sent) => sent is not null && (sent == Account || sent.StartsWith("/connect/authorize?", StringComparison.Ordinal)) ? sent : null;

    /// <summary>The page of one's own sign-in, to which forms lead back too.</summary>
    public const string Account = "/connect/account";

    public static string With(string path, string? returnTo) => returnTo is null ? path : QueryHelpers.AddQueryString(path, "return", returnTo);

    /// <summary>After how long without use, and when at the latest, a person signs in again.</summary>
    public static string HowLong(Texts t, SessionTimes times) => t["session.times", (int)times.Idle.TotalMinutes, (int)times.Longest.TotalHours];
}
