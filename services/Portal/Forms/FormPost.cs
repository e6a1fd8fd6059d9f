using Gms.Portal.Languages;
using Gms.Portal.Sessions;
using Grpc.Core;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;

namespace Gms.Portal.Forms;

/// <summary>
/// Every form is sent, dealt with, and answered by the address of a page: the browser's way back then leads over pages only, and never asks whether to send
/// again. A refused form goes back to its page, which shows what was typed and what is wrong.
/// </summary>
static class FormPost
{
    /// <summary>Codes of the Portal's own refusals; their texts are problem.CODE.</summary>
    public const string TooOld = "FORM_TOO_OLD", TooLarge = "FILE_TOO_LARGE", NoFile = "FILE_MISSING";

    const long Usual = 1024 * 1024, ReadAwayAtMost = 512L * 1024 * 1024;

    /// <param name="app">The application.</param>
    /// <param name="path">Where the form is sent.</param>
    /// <param name="page">The page of the form; a form's own field Back goes before it.</param>
    /// <param name="act">Does what the form asks and answers the address of the page that tells so.</param>
    /// <param name="mostBytes">The form's greatest size.</param>
    public static RouteHandlerBuilder MapForm(this IEndpointRouteBuilder app, string path, string page, Func<Posted, Task<string>> act, long mostBytes = Usual) =>
        app.MapPost(path, async (HttpContext http, IAntiforgery antiforgery) =>
        {
            if (http.Request.ContentLength > mostBytes)
            {
                await ReadAway(http);
                return Results.LocalRedirect(Back(http, page, null, Refusal.OfPortal(TooLarge)));
            }
            if (!await antiforgery.IsRequestValidAsync(http))
                return Results.LocalRedirect(Back(http, page, null, Refusal.OfPortal(TooOld)));
            var posted = new Posted(http, await http.Request.ReadFormAsync(http.RequestAborted));
            try
            {
                return Results.LocalRedirect(await act(posted));
            }
            catch (RpcException refused)
            {
                return Results.LocalRedirect(Back(http, page, posted.Form, Refusal.Of(refused)));
            }
            catch (RefusedHereException refused)
            {
                return Results.LocalRedirect(Back(http, page, posted.Form, refused.Refusal));
            }
        });

    /// <summary>What is too large is read to its end and thrown away: a browser hears an answer only when it has sent all.</summary>
    static async Task ReadAway(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = ReadAwayAtMost;
        await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
    }

    static string Back(HttpContext http, string page, IFormCollection? form, Refusal refusal)
    {
        var back = form?["Back"].ToString() is { Length: > 0 } own && LanguageChoice.IsOurs(own) ? own : page;
        var kept = http.RequestServices.GetRequiredService<Sealed>().Of(Kept.Of(form?.Select(f => KeyValuePair.Create(f.Key, f.Value.ToString())) ?? [], refusal));
        return $"{back}{(back.Contains('?', StringComparison.Ordinal) ? '&' : '?')}kept={kept}";
    }
}

/// <summary>The Portal itself cannot send a form on.</summary>
sealed class RefusedHereException(string code) : Exception(code)
{
    public Refusal Refusal { get; } = Refusal.OfPortal(code);
}
