using Gms.Portal.Languages;
using Gms.Portal.Sessions;
using Grpc.Core;
using Microsoft.AspNetCore.Antiforgery;

namespace Gms.Portal.Forms;

/// <summary>
/// Every form is sent, dealt with, and answered by the address of a page: the browser's way back then leads over pages only, and never asks whether to send
/// again. A refused form goes back to its page, which shows what was typed and what is wrong.
/// </summary>
static class FormPost
{
    /// <summary>Codes of the Portal's own refusals; their texts are problem.CODE.</summary>
    public const string TooOld = "FORM_TOO_OLD", TooLarge = "FILE_TOO_LARGE", NoFile = "FILE_MISSING", TextTooLong = "TEXT_TOO_LONG", Unreadable = "FORM_UNREADABLE";

    /// <summary>The field of a form that only the account opens to which it was shown.</summary>
    public const string By = "By";

    /// <summary>Servers and proxies take addresses of 16 KB; what a page is told in one is kept well under that.</summary>
    public const int MostSealed = 12 * 1024;

    /// <summary>What is kept of a text that is far longer than any field takes, if all of it has no room.</summary>
    static readonly int[] Lengths = [int.MaxValue, 4000, 1000, 100, 0];

    /// <param name="app">The application.</param>
    /// <param name="path">Where the form is sent.</param>
    /// <param name="page">The page of the form; a form's own field Back goes before it.</param>
    /// <param name="act">Does what the form asks and answers the address of the page that tells so.</param>
    /// <param name="mostBytes">The form's greatest size.</param>
    public static RouteHandlerBuilder MapForm(this IEndpointRouteBuilder app, string path, string page, Func<Posted, Task<string>> act, long mostBytes = LargestForm.Bytes) =>
        app.MapPost(path, async (HttpContext http, IAntiforgery antiforgery) =>
        {
            if (http.Request.ContentLength > mostBytes)
            {
                await LargestForm.ReadAway(http);
                return Results.LocalRedirect(Back(http, page, null, Refusal.OfPortal(TooLarge)));
            }
            IFormCollection form;
            try
            {
                form = await http.Request.ReadFormAsync(http.RequestAborted);
            }
            catch (Exception unreadable) when (unreadable is InvalidDataException or BadHttpRequestException)
            {
                return Results.LocalRedirect(Back(http, page, null, Refusal.OfPortal(Unreadable)));
            }
            if (!await antiforgery.IsRequestValidAsync(http))
                return Results.LocalRedirect(Back(http, page, IsOwn(form, http.RequestServices.GetRequiredService<Sealed>()) ? form : null, Refusal.OfPortal(TooOld)));
            var posted = new Posted(http, form);
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

    /// <summary>Whether the form was shown to the account that sends it: only then is what was typed shown again where the browser's token tells nothing.</summary>
    internal static bool IsOwn(IFormCollection form, Sealed seal) => seal.Read<string>(form[By]) is not null;

    static string Back(HttpContext http, string page, IFormCollection? form, Refusal refusal)
    {
        var back = form?["Back"].ToString() is { Length: > 0 } own && LanguageChoice.IsOurs(own) ? own : page;
        var seal = http.RequestServices.GetRequiredService<Sealed>();
        var typed = form?.Select(f => KeyValuePair.Create(f.Key, f.Value.ToString())).ToList() ?? [];
        var request = refusal.MayBeDone && Guid.TryParse(form?["RequestId"], out var sent) ? sent.ToString() : null;
        string Of(IEnumerable<KeyValuePair<string, string>> typed) => seal.Of(Kept.Of(typed, refusal) with { Form = request is null ? null : http.Request.Path.Value, Request = request });
        var kept = Lengths.Select(most => Of(typed.Select(t => KeyValuePair.Create(t.Key, Begins(t.Value, most))))).FirstOrDefault(s => s.Length <= MostSealed) ?? Of([]);
        return $"{back}{(back.Contains('?', StringComparison.Ordinal) ? '&' : '?')}kept={kept}";
    }

    /// <summary>No more than so many characters, and no half of one.</summary>
    static string Begins(string text, int most) => text.Length <= most ? text : most > 0 && char.IsHighSurrogate(text[most - 1]) ? text[..(most - 1)] : text[..most];
}

/// <summary>The Portal itself cannot send a form on.</summary>
sealed class RefusedHereException(string code, string field = "") : Exception(code)
{
    public Refusal Refusal { get; } = Refusal.OfPortal(code, field);
}
