using System.Diagnostics.Metrics;
using Gms.Access.Accounts;
using Gms.Access.Languages;
using Gms.Access.OpenId;
using Gms.Access.Sessions;
using Gms.Access.Tokens;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Gms.Access.Pages;

/// <summary>/connect/login: the form for account and password. What is wrong is never told apart: name, password or lock.</summary>
sealed class LoginPage(AccessDb db, OpenIdSettings settings, BrowserSessions sessions, Passwords passwords, SignInLimits limits, WebAudit audit, RealTime clock, IAntiforgery antiforgery)
{
    const string NotRight = "login.not_right", TooOften = "login.too_often", TooOld = "form.too_old";

    static readonly Meter Meter = new("Gms.Access");
    internal static readonly Counter<long> Refused = Meter.CreateCounter<long>("gms.sign_ins.refused", description: "Sign-ins refused, by reason; never by name.");

    public IResult Show(HttpContext http) => Form(http, Page.ReturnTo(http.Request.Query["return"]));

    public async Task<IResult> Submit(HttpContext http)
    {
        try
        {
            var form = await OpenId.Form.OfBody(http.Request, http.RequestAborted);
            PageLanguage.Sent(http, form["return"]);
            return await antiforgery.IsRequestValidAsync(http)
                ? await SignIn(http, form)
                : Form(http, Page.ReturnTo(form["return"]), TooOld);
        }
        catch (OAuthException)
        {
            return Form(http, null, TooOld);
        }
    }

    async Task<IResult> SignIn(HttpContext http, Form form)
    {
        var (name, password, returnTo) = (form["account"]?.Trim() ?? "", form["password"] ?? "", Page.ReturnTo(form["return"]));
        if (name.Length is 0 or > 100 || password.Length is 0 or > 256)
            return Form(http, returnTo, NotRight);
        if (!limits.Allows(name))
            return Form(http, returnTo, TooOften, StatusCodes.Status429TooManyRequests);

        var cancel = http.RequestAborted;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (account, right) = await passwords.Check(name, password, cancel);
        if (right)
            audit.Happened("signed-in", account!.Id.ToString(), account.OrganisationId?.ToString() ?? "");
        else
        {
            var reason = account is null ? "ACCOUNT_UNKNOWN" : account.StateAt(clock.Now) == AccountState.Active ? "PASSWORD_WRONG" : "ACCOUNT_LOCKED";
            audit.RefusedToo("sign-in-refused", reason, account?.Id.ToString() ?? "");
            Refused.Add(1, new KeyValuePair<string, object?>("reason", reason));
        }
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        if (!right)
            return Form(http, returnTo, NotRight);

        await sessions.Begin(http, account!, Method.Password);
        if (account!.MustChangePassword)
            return Results.Redirect(returnTo is null ? "/connect/password" : QueryHelpers.AddQueryString("/connect/password", "return", returnTo));
        return returnTo is null ? Page.SignedIn(http) : Results.Redirect(returnTo);
    }

    IResult Form(HttpContext http, string? returnTo, string? problem = null, int? status = null)
    {
        var t = PageLanguage.Of(http);
        return Page.Answer(http, t["login.title"],
            $"""
            {Page.Told(t, problem)}
            <form method="post" action="/connect/login">
            {Page.HiddenFields(http, antiforgery, returnTo)}
            <label for="account">{Page.Encode(t["login.account"])}</label>
            <input id="account" name="account" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="100" required{Described(problem)} autofocus>
            <label for="password">{Page.Encode(t["login.password"])}</label>
            <input id="password" name="password" type="password" autocomplete="current-password" maxlength="256" required{Described(problem)}>
            <button type="submit">{Page.Encode(t["login.submit"])}</button>
            </form>
            <p><a href="{Page.Encode(returnTo is null ? "/connect/code" : QueryHelpers.AddQueryString("/connect/code", "return", returnTo))}">{Page.Encode(t["login.worker"])}</a></p>
            <p>{Page.Encode(Page.HowLong(t, settings.Sessions))}</p>
            """, status ?? (problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest), settings.PortalOrigins);
    }

    static string Described(string? problem) => problem is null ? "" : " aria-describedby=\"problem\"";
}
