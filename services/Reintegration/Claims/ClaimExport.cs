using Gms.Platform;
using Microsoft.EntityFrameworkCore;

namespace Gms.Reintegration.Claims;

/// <summary>What is owed to workers who came back as they are taken out.</summary>
static class ClaimExport
{
    public static ExportTable<ReintegrationDb> Table { get; } = new ExportTable<ReintegrationDb, OfCase<Claim>>
    {
        Name = "claims",
        Holds = "What is owed to workers who came back.",
        Permission = "claims.read",
        Table = "claims",
        Within = ["claim_steps"],
        Rows = db => db.Claims.Include(c => c.Steps).Join(db.Cases, x => x.CaseId, c => c.Id, (x, c) => new OfCase<Claim> { Row = x, Case = c }),
        Key = new(r => r.Row.Id),
        Worker = ExportOfCase.Worker<Claim>(),
        OfOrganisation = ExportOfCase.Own,
        LeavesOut = new Dictionary<string, string> { ["text_encrypted"] = "Given readable as text.", ["next_step_encrypted"] = "Given readable as next_step." },
        Columns =
        [
            .. ExportOfCase.Columns<Claim>(x => x.Id),
            new("kind", "What is owed.", r => r.Row.Kind, CodeList.Of<ClaimKind>()),
            new("origin", "The contract or membership it was found by.", r => r.Row.Origin),
            new("against", "The country in which it is claimed.", r => r.Row.Against, CodeList.Countries),
            new("text", "What is known.", (r, services) => services.WordsOf(r.Case).Read(r.Row.TextEncrypted, r.Row.Id)),
            new("contract_id", "The contract.", r => r.Row.ContractId),
            new("membership_id", "The membership.", r => r.Row.MembershipId),
            new("state", "Where it stands.", r => r.Row.State, CodeList.Of<ClaimState>()),
            new("next_step", "What is next.", (r, services) => services.WordsOf(r.Case).Read(r.Row.NextStepEncrypted, r.Row.Id)),
            new("opened_on", "The day on which it was begun.", r => r.Row.OpenedOn),
            new("amount_minor", "How much, in minor units.", r => r.Row.AmountMinor),
            new("currency", "ISO 4217.", r => r.Row.Currency),
            new("settled_on", "The day on which it was settled.", r => r.Row.SettledOn),
            new("evidence", "The receipt's or decision's reference.", r => r.Row.Evidence),
            new("steps", "What was done.", (r, services) => r.Row.Steps.OrderBy(s => s.Number).Select(s => s.In(services.WordsOf(r.Case), r.Row.Id)).ToArray()),
        ],
    };
}
