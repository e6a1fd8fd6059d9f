using Gms.Access.Languages;
using Gms.Access.OpenId;
using Gms.Access.SignInCodes;
using Gms.Access.Sessions;
using Gms.Platform;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Gms.Access.Pages;

/// <summary>
/// /connect/code: a worker types the worker number and is sent a code, or has one on paper; /connect/code/enter: types it and is signed in. Every number is
/// answered alike. Between the two pages the number is in a cookie that only we read, never in an address.
/// </summary>
sealed class CodePage(AccessDb db, OpenIdSettings settings, BrowserSessions sessions, WorkerCodes codes, SignInLimits limits, WebAudit audit, IAntiforgery antiforgery, IDataProtectionProvider protection)
{
    const string Cookie = "gms-access-number";

    /// <summary>Time to find the paper.</summary>
    static readonly TimeSpan Remembered = TimeSpan.FromMinutes(30);

    readonly ITimeLimitedDataProtector _sealed = protection.CreateProtector("gms-access-number").ToTimeLimitedDataProtector();

    public IResult Show(HttpContext http) => NumberForm(http, Page.ReturnTo(http.Request.Query["return"]));

    public IResult ShowEnter(HttpContext http)
    {
        var returnTo = Page.ReturnTo(http.Request.Query["return"]);
        return Number(http) is null ? Results.Redirect(With("/connect/code", returnTo)) : CodeForm(http, returnTo);
    }

    public Task<IResult> Ask(HttpContext http) => Read(http, NumberForm, Ask);

    public Task<IResult> Enter(HttpContext http) => Read(http, CodeForm, Enter);

    async Task<IResult> Read(HttpContext http, Func<HttpContext, string?, string?, int?, IResult> again, Func<HttpContext, Form, string?, Task<IResult>> go)
    {
        try
        {
            var form = await Form.OfBody(http.Request, http.RequestAborted);
            PageLanguage.Sent(http, form["return"]);
            var returnTo = Page.ReturnTo(form["return"]);
            return await antiforgery.IsRequestValidAsync(http) ? await go(http, form, returnTo) : again(http, returnTo, "form.too_old", null);
        }
        catch (OAuthException)
        {
            return again(http, null, "form.too_old", null);
        }
    }

    async Task<IResult> Ask(HttpContext http, Form form, string? returnTo)
    {
        if (WorkerNumber.Parse(form["number"] ?? "") is not { } number)
            return NumberForm(http, returnTo, "code.malformed");
        if (!limits.AllowsCode(http) || !limits.Allows(number))
            return NumberForm(http, returnTo, "code.too_often", StatusCodes.Status429TooManyRequests);

        if (form["paper"] is null)
        {
            var cancel = http.RequestAborted;
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            if (await codes.Send(number, PageLanguage.Of(http).Language.Code, cancel))
                audit.Happened("sign-in-code-asked", "");
            else
                audit.RefusedToo("sign-in-code-refused", "TOO_MANY", "");    // told to nobody: the last code may still be used
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }
        http.Response.Cookies.Append(Cookie, _sealed.Protect(number, Remembered), new()
        {
            Path = "/connect/code", HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, IsEssential = true, MaxAge = Remembered,
        });
        return Results.Redirect(With("/connect/code/enter", returnTo));
    }

    async Task<IResult> Enter(HttpContext http, Form form, string? returnTo)
    {
        if (Number(http) is not { } number)
            return Results.Redirect(With("/connect/code", returnTo));
        if (!limits.AllowsCode(http) || !limits.Allows(number))
            return CodeForm(http, returnTo, "code.too_often", StatusCodes.Status429TooManyRequests);

        var cancel = http.RequestAborted;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (account, refused) = await codes.Check(number, form["code"] ?? "", cancel);
        if (account is null)
            audit.RefusedToo("sign-in-code-refused", refused!, "");
        else
            audit.Happened("signed-in-by-code", account.Id.ToString());
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        if (account is null)
            return CodeForm(http, returnTo, "code.enter.not_right");

        http.Response.Cookies.Delete(Cookie, new() { Path = "/connect/code" });
        await sessions.Begin(http, account, Method.OneTimeCode);
        if (account.MustChangePassword)
            return Results.Redirect(With("/connect/password", returnTo));
        return returnTo is null ? Page.SignedIn(http) : Results.Redirect(returnTo);
    }

    string? Number(HttpContext http)
    {
        try
        {
            return http.Request.Cookies[Cookie] is { } cookie ? WorkerNumber.Parse(_sealed.Unprotect(cookie)) : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;    // too old, or not ours
        }
    }

    IResult NumberForm(HttpContext http, string? returnTo, string? problem = null, int? status = null)
    {
        var t = PageLanguage.Of(http);
        return Page.Answer(http, t["code.title"],
            $"""
            {Page.Told(t, problem)}
            <form method="post" action="/connect/code">
            {Page.HiddenFields(http, antiforgery, returnTo)}
            <label for="number">{Page.Encode(t["code.number"])}</label>
            <p class="hint" id="hint">{Page.Encode(t["code.hint"])}</p>
            <input id="number" name="number" autocomplete="username" autocapitalize="characters" spellcheck="false" maxlength="20" required aria-describedby="{Page.DescribedBy(problem, "hint")}" autofocus>
            <button type="submit">{Page.Encode(t["code.send"])}</button>
            <button type="submit" name="paper" value="1" class="second">{Page.Encode(t["code.paper"])}</button>
            </form>
            <p><a href="{Page.Encode(With("/connect/login", returnTo))}">{Page.Encode(t["code.office"])}</a></p>
            """, status ?? (problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest), settings.PortalOrigins);
    }

    IResult CodeForm(HttpContext http, string? returnTo, string? problem = null, int? status = null)
    {
        var t = PageLanguage.Of(http);
        return Page.Answer(http, t["code.enter.title"],
            $"""
            {Page.Told(t, problem)}
            <p id="hint">{Page.Encode(t["code.enter.text"])}</p>
            <form method="post" action="/connect/code/enter">
            {Page.HiddenFields(http, antiforgery, returnTo)}
            <label for="code">{Page.Encode(t["code.enter.code"])}</label>
            <input id="code" name="code" class="code" inputmode="numeric" autocomplete="one-time-code" maxlength="30" required aria-describedby="{Page.DescribedBy(problem, "hint")}" autofocus>
            <button type="submit">{Page.Encode(t["login.submit"])}</button>
            </form>
            <p><a href="{Page.Encode(With("/connect/code", returnTo))}">{Page.Encode(t["code.enter.again"])}</a></p>
            <p>{Page.Encode(t["code.enter.none"])}</p>
            """, status ?? (problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest), settings.PortalOrigins);
    }

    static string With(string path, string? returnTo) => returnTo is null ? path : QueryHelpers.AddQueryString(path, "return", returnTo);
}
