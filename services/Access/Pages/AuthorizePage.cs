using Gms.Access.OpenId;
using Gms.Access.SecondFactors;
using Gms.Access.Tokens;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Gms.Access.Pages;

/// <summary>GET or POST /connect/authorize: sends a person who is signed in back to the client with a code, anybody else to the form.</summary>
sealed class AuthorizePage(AccessDb db, OpenIdSettings settings, BrowserSessions sessions, SignIns signIns, OfficerCodes secondFactors, WebAudit audit, RealTime clock)
{
    public async Task<IResult> Answer(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        string clientId, redirectUri;
        Form form;
        try
        {
            form = HttpMethods.IsPost(http.Request.Method) ? await Form.OfBody(http.Request, http.RequestAborted) : Form.OfQuery(http.Request);
            (clientId, redirectUri) = Client(form);
        }
        catch (OAuthException wrong)
        {
            // Nobody is sent to an address that the client did not register.
            return Page.Impossible(http, "authorize.impossible", wrong.Message);
        }

        try
        {
            return await Answer(http, AuthorizeRequest.Read(form, clientId, redirectUri), form);
        }
        catch (OAuthException wrong)
        {
            return Back(redirectUri, form, new() { ["error"] = wrong.Error, ["error_description"] = wrong.Message });
        }
    }

    (string Id, string RedirectUri) Client(Form form)
    {
        if (form.Required("client_id") != RegistryClients.Portal)
            throw OAuthException.InvalidRequest("The program that sent you here is not registered for sign-in.");
        var redirectUri = form.Required("redirect_uri");
        return settings.PortalRedirects.Contains(redirectUri) ? (RegistryClients.Portal, redirectUri) : throw OAuthException.InvalidRequest("The address to return to is not registered.");
    }

    async Task<IResult> Answer(HttpContext http, AuthorizeRequest request, Form form)
    {
        var session = await sessions.Read(http);
        if (session is null || session.Account!.MustChangePassword || request.Again || clock.Now - session.SignedInAt > request.MaxAge)
            return request.Silently ? throw new OAuthException("login_required", "Nobody is signed in at this browser.") : ToForm(form, form["acr_values"] == AuthorizeRequest.ByCode ? "/connect/code" : "/connect/login");
        if (await secondFactors.Next(session, http.RequestAborted) is not SecondFactorStep.Nothing and var step)
            return request.Silently ? throw new OAuthException("login_required", "Who is signed in at this browser has still to give a second factor.") : ToForm(form, SecondFactorPage.Of(step));

        var code = await signIns.Begin(session, request, http.RequestAborted);
        audit.Happened("client-authorized", session.Account.Id.ToString(), session.Account.OrganisationId?.ToString() ?? "");
        await db.SaveChangesAsync(http.RequestAborted);
        return Back(request.RedirectUri, form, new() { ["code"] = code });
    }

    /// <summary>Back here after the form, without what would ask for the form again.</summary>
    static IResult ToForm(Form form, string page)
    {
        var again = form.All.Where(p => p.Key is not "prompt" and not "max_age").Select(p => KeyValuePair.Create(p.Key, (string?)p.Value));
        var returnTo = QueryHelpers.AddQueryString("/connect/authorize", again);
        return Results.Redirect(QueryHelpers.AddQueryString(page, "return", returnTo));
    }

    IResult Back(string redirectUri, Form form, Dictionary<string, string?> answer)
    {
        answer["iss"] = settings.Issuer;    // RFC 9207: the client sees from whom the answer is
        if (form["state"] is { } state)
            answer["state"] = state;
        return Results.Redirect(QueryHelpers.AddQueryString(redirectUri, answer));
    }
}
