using Gms.Access.Accounts;
using Gms.Access.OpenId;
using Gms.Access.Tokens;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Gms.Access.Pages;

/// <summary>/connect/password: whoever signed in with a password that somebody else made chooses another before anything opens.</summary>
sealed class PasswordPage(AccessDb db, OpenIdSettings settings, BrowserSessions sessions, Passwords passwords, SignIns signIns, WebAudit audit, RealTime clock, IAntiforgery antiforgery)
{
    const string Weak = "Choose another password: 12 to 128 characters, without the account's name, and not the former one.";
    const string NotTheSame = "The two passwords are not the same.";

    public async Task<IResult> Show(HttpContext http) => await sessions.Read(http) is { Account.MustChangePassword: true }
        ? Form(http, Page.ReturnTo(http.Request.Query["return"]))
        : Results.Redirect("/connect/login");

    public async Task<IResult> Submit(HttpContext http)
    {
        if (!await antiforgery.IsRequestValidAsync(http) || await sessions.Read(http) is not { Account: { MustChangePassword: true } account })
            return Results.Redirect("/connect/login");
        try
        {
            return await Choose(http, account, await OpenId.Form.OfBody(http.Request, http.RequestAborted));
        }
        catch (OAuthException unreadable)
        {
            return Form(http, null, unreadable.Message);
        }
    }

    async Task<IResult> Choose(HttpContext http, Account account, Form form)
    {
        var (password, returnTo) = (form["password"] ?? "", Page.ReturnTo(form["return"]));
        if (password != form["repeated"])
            return Form(http, returnTo, NotTheSame);
        if ((await passwords.Choose(account, password)).Count > 0)
            return Form(http, returnTo, Weak);

        await signIns.EndAll(account.Id, SignInEnd.PasswordChanged, http.RequestAborted);
        audit.Happened("account-password-changed", account.Id.ToString(), account.OrganisationId?.ToString() ?? "");
        await db.SaveChangesAsync(http.RequestAborted);
        await BrowserSessions.Begin(http, account, clock.Now);
        return returnTo is null ? Page.Answer(http, "Your password is changed", "<p><a href=\"/connect/logout\">Sign out</a></p>") : Results.Redirect(returnTo);
    }

    IResult Form(HttpContext http, string? returnTo, string? problem = null) => Page.Answer(http, "Choose your password",
        $"""
        {(problem is null ? "<p>The password you signed in with was made by somebody else. Choose one that only you know.</p>" : $"<p class=\"problem\" role=\"alert\">{Page.Encode(problem)}</p>")}
        <form method="post" action="/connect/password">
        {Page.HiddenFields(http, antiforgery, returnTo)}
        <label for="password">New password</label>
        <p class="hint" id="hint">At least 12 characters; several words are good.</p>
        <input id="password" name="password" type="password" autocomplete="new-password" minlength="12" maxlength="128" required aria-describedby="hint" autofocus>
        <label for="repeated">The same again</label>
        <input id="repeated" name="repeated" type="password" autocomplete="new-password" minlength="12" maxlength="128" required>
        <button type="submit">Change password</button>
        </form>
        """, problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest, settings.PortalOrigins);
}
