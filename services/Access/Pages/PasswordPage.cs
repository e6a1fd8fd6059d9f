using Gms.Access.Accounts;
using Gms.Access.Languages;
using Gms.Access.OpenId;
using Gms.Access.Sessions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Gms.Access.Pages;

/// <summary>/connect/password: whoever signed in with a password that somebody else made chooses another before anything opens.</summary>
sealed class PasswordPage(AccessDb db, OpenIdSettings settings, BrowserSessions sessions, Passwords passwords, SignIns signIns, WebAudit audit, IAntiforgery antiforgery)
{
    const string Weak = "password.weak", NotTheSame = "password.not_same";

    public async Task<IResult> Show(HttpContext http) => await sessions.Read(http) is { Account.MustChangePassword: true }
        ? Form(http, Page.ReturnTo(http.Request.Query["return"]))
        : Results.Redirect("/connect/login");

    public async Task<IResult> Submit(HttpContext http)
    {
        try
        {
            var form = await OpenId.Form.OfBody(http.Request, http.RequestAborted);
            PageLanguage.Sent(http, form["return"]);
            return await antiforgery.IsRequestValidAsync(http) && await sessions.Read(http) is { Account: { MustChangePassword: true } account }
                ? await Choose(http, account, form)
                : Results.Redirect("/connect/login");
        }
        catch (OAuthException)
        {
            return Form(http, null, "form.too_old");
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
        await sessions.Begin(http, account, Method.Password);
        var t = PageLanguage.Of(http);
        return returnTo is null ? Page.Answer(http, t["password.changed"], $"<p><a href=\"/connect/logout\">{Page.Encode(t["sign_out"])}</a></p>") : Results.Redirect(returnTo);
    }

    IResult Form(HttpContext http, string? returnTo, string? problem = null)
    {
        var t = PageLanguage.Of(http);
        return Page.Answer(http, t["password.title"],
            $"""
            {(problem is null ? $"<p>{Page.Encode(t["password.made_by_other"])}</p>" : Page.Told(t, problem))}
            <form method="post" action="/connect/password">
            {Page.HiddenFields(http, antiforgery, returnTo)}
            <label for="password">{Page.Encode(t["password.new"])}</label>
            <p class="hint" id="hint">{Page.Encode(t["password.hint"])}</p>
            <input id="password" name="password" type="password" autocomplete="new-password" minlength="12" maxlength="128" required aria-describedby="{Page.DescribedBy(problem, "hint")}" autofocus>
            <label for="repeated">{Page.Encode(t["password.repeat"])}</label>
            <input id="repeated" name="repeated" type="password" autocomplete="new-password" minlength="12" maxlength="128" required>
            <button type="submit">{Page.Encode(t["password.submit"])}</button>
            </form>
            """, problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest, settings.PortalOrigins);
    }
}
