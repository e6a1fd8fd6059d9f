using Gms.Platform;
using Microsoft.EntityFrameworkCore;

namespace Gms.Reintegration.Grants;

/// <summary>Money asked for and given as they are taken out.</summary>
static class GrantExport
{
    public static ExportTable<ReintegrationDb> Table { get; } = new ExportTable<ReintegrationDb, OfCase<Grant>>
    {
        Name = "grants",
        Holds = "Money asked for and given.",
        Permission = "grants.read",
        Table = "grants",
        Rows = db => db.Grants.Join(db.Cases, x => x.CaseId, c => c.Id, (x, c) => new OfCase<Grant> { Row = x, Case = c }),
        Key = new(r => r.Row.Id),
        Worker = ExportOfCase.Worker<Grant>(),
        OfOrganisation = ExportOfCase.Own,
        LeavesOut = new Dictionary<string, string> { ["purpose_encrypted"] = "Given readable as purpose.", ["reason_encrypted"] = "Given readable as reason." },
        Columns =
        [
            .. ExportOfCase.Columns<Grant>(x => x.Id),
            new("budget_id", "The budget it comes from.", r => r.Row.BudgetId),
            new("service", "What it is part of.", r => r.Row.Service, ExportTables.Services),
            new("purpose", "What it is for.", (r, services) => services.WordsOf(r.Case).Read(r.Row.PurposeEncrypted, r.Row.Id)),
            new("amount_minor", "How much, in minor units.", r => r.Row.AmountMinor),
            new("currency", "ISO 4217.", r => r.Row.Currency),
            new("state", "Where it stands.", r => r.Row.State, CodeList.Of<GrantState>()),
            new("asked_on", "The day on which it was asked.", r => r.Row.AskedOn),
            new("asked_by", "The account that asked.", r => r.Row.AskedBy),
            new("decided_on", "The day of the decision.", r => r.Row.DecidedOn),
            new("decided_by", "The account that decided.", r => r.Row.DecidedBy),
            new("reason", "Why.", (r, services) => services.WordsOf(r.Case).Read(r.Row.ReasonEncrypted, r.Row.Id)),
            new("paid_on", "The day of payment.", r => r.Row.PaidOn),
            new("evidence", "The receipt's reference.", r => r.Row.Evidence),
            new("returned_on", "The day on which it came back.", r => r.Row.ReturnedOn),
            new("returned_minor", "How much came back, in minor units.", r => r.Row.ReturnedMinor),
        ],
    };
}
