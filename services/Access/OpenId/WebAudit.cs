using Gms.Platform;
using Gms.Type.V1;
using Microsoft.AspNetCore.Http;

namespace Gms.Access.OpenId;

/// <summary>Audit rows of what happens at the web endpoints, in the table of all audit rows. Names that people typed are never in them.</summary>
sealed class WebAudit(AccessDb db, IHttpContextAccessor http)
{
    /// <summary>Saved by the caller with the change.</summary>
    public void Happened(string what, string account, string organisation = "", string? actor = null) => Add("change", what, account, organisation, actor, null);

    /// <summary>Saved at once, without whatever else was begun.</summary>
    public async Task Refused(string what, string reason, string account, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        Add("refused", what, account, "", null, reason);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Saved by the caller with what the refusal changes.</summary>
    public void RefusedToo(string what, string reason, string account) => Add("refused", what, account, "", null, reason);

    void Add(string kind, string what, string account, string organisation, string? actor, string? outcome) => db.Set<AuditRow>().Add(new()
    {
        At = TimeProvider.System.GetUtcNow(),
        Kind = kind,
        Event = what,
        Call = http.HttpContext!.Request.Path,
        Account = account,
        Organisation = organisation,
        Actor = actor,
        Purpose = Purpose.Administration.Name(),
        Outcome = outcome,
        CorrelationId = CorrelationId.Of(http.HttpContext),
    });
}
