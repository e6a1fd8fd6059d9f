using Gms.Access.Languages;
using Gms.Access.OpenId;
using Gms.Access.SecondFactors;
using Gms.Access.Sessions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using QRCoder;

namespace Gms.Access.Pages;

/// <summary>/connect/second-factor/set-up: shows a secret as QR code and as text, takes it when a code proves that an app holds it, and shows the recovery codes once.</summary>
sealed class SetUpPage(AccessDb db, OpenIdSettings settings, BrowserSessions sessions, OfficerCodes codes, WebAudit audit, IAntiforgery antiforgery)
{
    public const string Path = "/connect/second-factor/set-up";

    public async Task<IResult> Show(HttpContext http)
    {
        var returnTo = Page.ReturnTo(http.Request.Query["return"]);
        return await Allowed(http) is { } session ? await Form(http, session, returnTo) : Results.Redirect(Page.With("/connect/login", returnTo));
    }

    public async Task<IResult> Submit(HttpContext http)
    {
        Form form;
        try
        {
            form = await OpenId.Form.OfBody(http.Request, http.RequestAborted);
        }
        catch (OAuthException)
        {
            return Results.Redirect(Path);
        }
        PageLanguage.Sent(http, form["return"]);
        var returnTo = Page.ReturnTo(form["return"]);
        if (await Allowed(http) is not { } session)
            return Results.Redirect(Page.With("/connect/login", returnTo));
        return await antiforgery.IsRequestValidAsync(http) ? await Confirm(http, session, form["code"] ?? "", returnTo) : await Form(http, session, returnTo, "form.too_old");
    }

    /// <summary>An officer who has chosen the own password and, where a second factor is set already, has given it: else whoever found a password could set up another telephone.</summary>
    async Task<Session?> Allowed(HttpContext http) =>
        await sessions.Read(http) is { Account: { WorkerNumber: null, MustChangePassword: false } } session && await codes.Next(session, http.RequestAborted) != SecondFactorStep.Enter ? session : null;

    async Task<IResult> Confirm(HttpContext http, Session session, string typed, string? returnTo)
    {
        var cancel = http.RequestAborted;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var recovery = await codes.Confirm(session.AccountId, typed, cancel);
        if (recovery is not null)
        {
            session.Prove(Method.OneTimeCode);
            audit.Happened("second-factor-set", session.AccountId.ToString(), session.Account!.OrganisationId?.ToString() ?? "");
        }
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return recovery is null ? await Form(http, session, returnTo, "second.set.not_right") : Recovery(http, recovery, returnTo);
    }

    static IResult Recovery(HttpContext http, IReadOnlyList<string> codes, string? returnTo)
    {
        var t = PageLanguage.Of(http);
        return Page.Answer(http, t["second.recovery.title"],
            $"""
            <p>{Page.Encode(t["second.recovery.text"])}</p>
            <ul class="key" id="recovery">
            {string.Join('\n', codes.Select(code => $"<li>{code[..5]}-{code[5..]}</li>"))}
            </ul>
            <p><a href="{Page.Encode(returnTo ?? Page.Account)}">{Page.Encode(t["second.recovery.go_on"])}</a></p>
            """);
    }

    async Task<IResult> Form(HttpContext http, Session session, string? returnTo, string? problem = null)
    {
        var (t, cancel) = (PageLanguage.Of(http), http.RequestAborted);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var secret = await codes.Show(session.AccountId, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        var demanded = await codes.Next(session, cancel) == SecondFactorStep.SetUp;
        return Page.Answer(http, t["second.set.title"],
            $"""
            {Page.Told(t, problem)}
            <p>{Page.Encode(t[demanded ? "second.set.demanded" : "second.set.text"])}</p>
            <p>{Page.Encode(t["second.set.scan"])}</p>
            <p><img class="qr" alt="{Page.Encode(t["second.set.qr"])}" src="data:image/png;base64,{Picture(TimeCodes.Address(secret, t["app.name"], session.Account!.UserName!))}"></p>
            <p>{Page.Encode(t["second.set.key"])}</p>
            <p class="key" id="key">{string.Join(' ', TimeCodes.Text(secret).Chunk(4).Select(group => new string(group)))}</p>
            <form method="post" action="{Path}">
            {Page.HiddenFields(http, antiforgery, returnTo)}
            <label for="code">{Page.Encode(t["second.set.code"])}</label>
            <input id="code" name="code" class="code" inputmode="numeric" autocomplete="one-time-code" maxlength="12" required{(problem is null ? "" : " aria-describedby=\"problem\"")}>
            <button type="submit">{Page.Encode(t["second.set.submit"])}</button>
            </form>
            """, problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest, settings.PortalOrigins);
    }

    static string Picture(string address)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        return Convert.ToBase64String(new PngByteQRCode(code).GetGraphic(4));
    }
}
