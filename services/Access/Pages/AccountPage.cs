using Gms.Access.Languages;
using Gms.Access.OpenId;
using Gms.Access.SecondFactors;
using Gms.Access.Sessions;
using Gms.Access.Tokens;
using Gms.Portal.Languages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Gms.Access.Pages;

/// <summary>/connect/account: one's own sign-in. Where one is signed in, to end one or all of them; the second factor.</summary>
sealed class AccountPage(AccessDb db, OpenIdSettings settings, BrowserSessions sessions, SignIns signIns, OfficerCodes codes, WebAudit audit, RealTime clock, IAntiforgery antiforgery)
{
    public async Task<IResult> Show(HttpContext http)
    {
        if (await sessions.Read(http) is not { } session)
            return Results.Redirect(Page.With("/connect/login", Page.Account));
        if (session.Account!.MustChangePassword)
            return Results.Redirect(Page.With("/connect/password", Page.Account));
        return await codes.Next(session, http.RequestAborted) is not SecondFactorStep.Nothing and var step
            ? Results.Redirect(Page.With(SecondFactorPage.Of(step), Page.Account))
            : await Form(http, session);
    }

    public async Task<IResult> Submit(HttpContext http)
    {
        try
        {
            var form = await OpenId.Form.OfBody(http.Request, http.RequestAborted);
            if (!await antiforgery.IsRequestValidAsync(http) || await sessions.Read(http) is not { } session || await codes.Next(session, http.RequestAborted) is not SecondFactorStep.Nothing)
                return Results.Redirect(Page.Account);
            return form["everywhere"] is not null ? await EndAll(http, session) : await EndOne(http, session, form["session"]);
        }
        catch (OAuthException)
        {
            return Results.Redirect(Page.Account);
        }
    }

    async Task<IResult> EndAll(HttpContext http, Session session)
    {
        await signIns.EndAll(session.AccountId, SignInEnd.EndedByOwner, http.RequestAborted);
        audit.Happened("signed-out-everywhere", session.AccountId.ToString(), session.Account!.OrganisationId?.ToString() ?? "");
        await db.SaveChangesAsync(http.RequestAborted);
        await BrowserSessions.End(http);
        if (settings.PortalSignedOutRedirects is [var portal, ..])
            return Results.Redirect(Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(portal, "signed-out", "everywhere"));
        var t = PageLanguage.Of(http);
        return Page.Answer(http, t["account.everywhere.done"], $"<p><a href=\"/connect/login\">{Page.Encode(t["login.title"])}</a></p>");
    }

    async Task<IResult> EndOne(HttpContext http, Session session, string? sent)
    {
        // Nobody ends another's: one that is not among the own is not there.
        if (Guid.TryParse(sent, out var id) && await db.Sessions.AnyAsync(s => s.Id == id && s.AccountId == session.AccountId, http.RequestAborted))
        {
            await signIns.EndSession(id, SignInEnd.EndedByOwner, http.RequestAborted);
            audit.Happened("session-ended", session.AccountId.ToString(), session.Account!.OrganisationId?.ToString() ?? "");
            await db.SaveChangesAsync(http.RequestAborted);
        }
        return Results.Redirect(Page.Account);
    }

    async Task<IResult> Form(HttpContext http, Session session)
    {
        var (t, cancel, now) = (PageLanguage.Of(http), http.RequestAborted, clock.Now);
        var open = (await db.Sessions.AsNoTracking().Where(s => s.AccountId == session.AccountId && s.EndedAt == null).OrderByDescending(s => s.LastSeenAt).ToListAsync(cancel))
            .Where(s => s.IsOpenAt(now, settings.Sessions));
        return Page.Answer(http, t["account.title"],
            $"""
            <p>{Page.Encode(t["account.who", session.Account!.UserName, session.Account.Organisation?.Name ?? ""])}</p>
            {(session.Account.WorkerNumber is null ? await SecondFactor(t, session.AccountId, cancel) : "")}
            <h2>{Page.Encode(t["account.sessions"])}</h2>
            <p>{Page.Encode(Page.HowLong(t, settings.Sessions))}</p>
            <ul>
            {string.Join('\n', open.Select(one => Line(http, t, one, one.Id == session.Id)))}
            </ul>
            <form method="post" action="{Page.Account}">
            {Page.HiddenFields(http, antiforgery, null)}
            <button type="submit" name="everywhere" value="1">{Page.Encode(t["account.everywhere"])}</button>
            </form>
            {string.Concat(settings.PortalSignedOutRedirects.Take(1).Select(portal => $"<p><a href=\"{Page.Encode(portal)}\">{Page.Encode(t["account.back"])}</a></p>"))}
            """, formLeadsTo: settings.PortalSignedOutRedirects.Select(r => new Uri(r).GetLeftPart(UriPartial.Authority)).Distinct());
    }

    string Line(HttpContext http, Texts t, Session one, bool here)
    {
        var told = t["account.session", one.Device.Length > 0 ? one.Device : t["account.device"], At(one.SignedInAt), At(one.LastSeenAt)];
        return here
            ? $"<li>{Page.Encode(told)} <strong>{Page.Encode(t["account.here"])}</strong></li>"
            : $"""
              <li>{Page.Encode(told)}
              <form method="post" action="{Page.Account}">
              {Page.HiddenFields(http, antiforgery, null)}
              <button type="submit" class="second" name="session" value="{one.Id}">{Page.Encode(t["account.end"])}</button>
              </form></li>
              """;
    }

    async Task<string> SecondFactor(Texts t, Guid account, CancellationToken cancel)
    {
        var isSet = await codes.IsSet(account, cancel);
        return $"""
            <h2>{Page.Encode(t["second.heading"])}</h2>
            <p>{Page.Encode(isSet ? t["second.is_set", await codes.RecoveryLeft(account, cancel)] : t["second.is_not_set"])}</p>
            <p><a href="{SetUpPage.Path}?return={Uri.EscapeDataString(Page.Account)}">{Page.Encode(t[isSet ? "second.anew" : "second.set.title"])}</a></p>
            """;
    }

    static string At(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", System.Globalization.CultureInfo.InvariantCulture);
}
