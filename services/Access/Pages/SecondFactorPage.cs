using Gms.Access.Languages;
using Gms.Access.OpenId;
using Gms.Access.SecondFactors;
using Gms.Access.Sessions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Gms.Access.Pages;

/// <summary>/connect/second-factor: whoever signed in with a password types the code of the app, or a recovery code.</summary>
sealed class SecondFactorPage(AccessDb db, OpenIdSettings settings, BrowserSessions sessions, OfficerCodes codes, WebAudit audit, IAntiforgery antiforgery)
{
    const string Path = "/connect/second-factor";

    /// <summary>The page on which a step is done.</summary>
    public static string Of(SecondFactorStep step) => step == SecondFactorStep.SetUp ? SetUpPage.Path : Path;

    public async Task<IResult> Show(HttpContext http)
    {
        var returnTo = Page.ReturnTo(http.Request.Query["return"]);
        return await sessions.Read(http) is { } session && await codes.Next(session, http.RequestAborted) == SecondFactorStep.Enter
            ? Form(http, returnTo)
            : Results.Redirect(Page.With("/connect/login", returnTo));
    }

    public async Task<IResult> Submit(HttpContext http)
    {
        try
        {
            var form = await OpenId.Form.OfBody(http.Request, http.RequestAborted);
            PageLanguage.Sent(http, form["return"]);
            var returnTo = Page.ReturnTo(form["return"]);
            if (!await antiforgery.IsRequestValidAsync(http))
                return Form(http, returnTo, "form.too_old");
            return await sessions.Read(http) is { } session ? await Check(http, session, form["code"] ?? "", returnTo) : Results.Redirect(Page.With("/connect/login", returnTo));
        }
        catch (OAuthException)
        {
            return Form(http, null, "form.too_old");
        }
    }

    async Task<IResult> Check(HttpContext http, Session session, string typed, string? returnTo)
    {
        var cancel = http.RequestAborted;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var refused = await codes.Check(session.AccountId, typed, cancel);
        if (refused is null)
        {
            session.Prove(Method.OneTimeCode);
            audit.Happened("second-factor-given", session.AccountId.ToString(), session.Account!.OrganisationId?.ToString() ?? "");
        }
        else
        {
            audit.RefusedToo("second-factor-refused", refused, session.AccountId.ToString());
            LoginPage.Refused.Add(1, new KeyValuePair<string, object?>("reason", refused));
        }
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return refused switch
        {
            null => Results.Redirect(returnTo ?? Page.Account),
            "SECOND_FACTOR_PAUSED" => Form(http, returnTo, "second.paused", StatusCodes.Status429TooManyRequests),
            "SECOND_FACTOR_BLOCKED" => Form(http, returnTo, "second.blocked", StatusCodes.Status429TooManyRequests),
            "SECOND_FACTOR_USED" => Form(http, returnTo, "second.used"),
            _ => Form(http, returnTo, "second.not_right"),
        };
    }

    IResult Form(HttpContext http, string? returnTo, string? problem = null, int? status = null)
    {
        var t = PageLanguage.Of(http);
        return Page.Answer(http, t["second.title"],
            $"""
            {Page.Told(t, problem)}
            <p id="hint">{Page.Encode(t["second.text"])}</p>
            <form method="post" action="{Path}">
            {Page.HiddenFields(http, antiforgery, returnTo)}
            <label for="code">{Page.Encode(t["second.code"])}</label>
            <input id="code" name="code" class="code" autocomplete="one-time-code" autocapitalize="characters" spellcheck="false" maxlength="30" required aria-describedby="{Page.DescribedBy(problem, "hint")}" autofocus>
            <button type="submit">{Page.Encode(t["login.submit"])}</button>
            </form>
            <p>{Page.Encode(t["second.lost"])}</p>
            <p><a href="/connect/logout">{Page.Encode(t["sign_out"])}</a></p>
            """, status ?? (problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest), settings.PortalOrigins);
    }
}
