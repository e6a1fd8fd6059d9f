using System.Diagnostics.Metrics;
using Gms.Access.Accounts;
using Gms.Access.OpenId;
using Gms.Access.Tokens;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Gms.Access.Pages;

/// <summary>/connect/login: the form for account and password. What is wrong is never told apart: name, password or lock.</summary>
sealed class LoginPage(AccessDb db, OpenIdSettings settings, Passwords passwords, SignInLimits limits, WebAudit audit, RealTime clock, IAntiforgery antiforgery)
{
    const string NotRight = "The account or the password is not right, or the account is locked. After five wrong passwords an account is locked for 15 minutes.";
    const string TooOften = "There were too many attempts with this account. Wait a minute, then try again.";

    static readonly Meter Meter = new("Gms.Access");
    static readonly Counter<long> Refused = Meter.CreateCounter<long>("gms.sign_ins.refused", description: "Sign-ins refused, by reason; never by name.");

    public IResult Show(HttpContext http) => Form(http, Page.ReturnTo(http.Request.Query["return"]));

    public async Task<IResult> Submit(HttpContext http)
    {
        try
        {
            var form = await OpenId.Form.OfBody(http.Request, http.RequestAborted);
            return await antiforgery.IsRequestValidAsync(http)
                ? await SignIn(http, form)
                : Form(http, Page.ReturnTo(form["return"]), "This form was open for too long, or cookies are off. Please try again.");
        }
        catch (OAuthException unreadable)
        {
            return Form(http, null, unreadable.Message);
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

        await BrowserSessions.Begin(http, account!, clock.Now);
        if (account!.MustChangePassword)
            return Results.Redirect(returnTo is null ? "/connect/password" : QueryHelpers.AddQueryString("/connect/password", "return", returnTo));
        return returnTo is null ? Page.Answer(http, "You are signed in", "<p><a href=\"/connect/logout\">Sign out</a></p>") : Results.Redirect(returnTo);
    }

    IResult Form(HttpContext http, string? returnTo, string? problem = null, int? status = null) => Page.Answer(http, "Sign in",
        $"""
        {(problem is null ? "" : $"<p class=\"problem\" role=\"alert\" id=\"problem\">{Page.Encode(problem)}</p>")}
        <form method="post" action="/connect/login">
        {Page.HiddenFields(http, antiforgery, returnTo)}
        <label for="account">Account</label>
        <input id="account" name="account" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="100" required{Described(problem)} autofocus>
        <label for="password">Password</label>
        <input id="password" name="password" type="password" autocomplete="current-password" maxlength="256" required{Described(problem)}>
        <button type="submit">Sign in</button>
        </form>
        """, status ?? (problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest), settings.PortalOrigins);

    static string Described(string? problem) => problem is null ? "" : " aria-describedby=\"problem\"";
}
