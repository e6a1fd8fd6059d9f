using Gms.Access.Languages;
using Gms.Access.OpenId;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Gms.Access.Pages;

/// <summary>/connect/logout (OpenID Connect RP-Initiated Logout 1.0): ends the browser's session and all that it gave to clients.</summary>
sealed class LogoutPage(AccessDb db, OpenIdSettings settings, BrowserSessions sessions, SignIns signIns, TokenReader reader, WebAudit audit, IAntiforgery antiforgery)
{
    public async Task<IResult> Answer(HttpContext http)
    {
        try
        {
            var post = HttpMethods.IsPost(http.Request.Method);
            var form = post ? await Form.OfBody(http.Request, http.RequestAborted) : Form.OfQuery(http.Request);
            var confirmed = post && await antiforgery.IsRequestValidAsync(http);
            return await Answer(http, form, confirmed);
        }
        catch (OAuthException wrong)
        {
            return Page.Impossible(http, "logout.impossible", wrong.Message);
        }
    }

    async Task<IResult> Answer(HttpContext http, Form form, bool confirmed)
    {
        var t = PageLanguage.Of(http);
        var session = await sessions.Read(http);
        var hint = form["id_token_hint"] is { } sent ? await reader.IdTokenHint(sent, [RegistryClients.Portal], http.RequestAborted) : null;

        // A link on any page can lead here: without the client's word that this person is meant, the person is asked.
        if (session is not null && !confirmed && hint?.Subject != session.AccountId.ToString())
            return Page.Answer(http, t["sign_out"],
                $"""
                <form method="post" action="/connect/logout">
                {Page.HiddenFields(http, antiforgery, null)}
                <button type="submit">{Page.Encode(t["sign_out"])}</button>
                </form>
                """);

        if (session is not null)
        {
            await signIns.EndSession(session.Id, SignInEnd.SignedOut, http.RequestAborted);
            audit.Happened("signed-out", session.AccountId.ToString(), session.Account!.OrganisationId?.ToString() ?? "");
            await db.SaveChangesAsync(http.RequestAborted);
            await BrowserSessions.End(http);
        }

        if (hint is null || form["post_logout_redirect_uri"] is not { } to || !settings.PortalSignedOutRedirects.Contains(to))
            return Page.Answer(http, t["signed_out.title"], $"<p><a href=\"/connect/login\">{Page.Encode(t["login.title"])}</a></p>");
        return Results.Redirect(form["state"] is { } state ? QueryHelpers.AddQueryString(to, "state", state) : to);
    }
}
