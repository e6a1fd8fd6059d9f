using Gms.Platform;
using Gms.Reintegration.Cases;

namespace Gms.Reintegration.Plans;

/// <summary>Plans as they are taken out.</summary>
static class PlanExport
{
    public static ExportTable<ReintegrationDb> Plans { get; } = new ExportTable<ReintegrationDb, PlanOfCase>
    {
        Name = "plans",
        Holds = "What workers and counsellors agreed.",
        Permission = "plans.read",
        Table = "plans",
        Rows = db => db.Plans.Join(db.Cases, p => p.CaseId, c => c.Id, (p, c) => new PlanOfCase { Plan = p, Case = c }),
        Key = new(r => r.Plan.Id),
        Worker = r => r.Case.WorkerNumber,
        OfOrganisation = (_, rows, caller) => rows.Where(r => r.Case.Office == caller.Organisation || (r.Case.Office == null && r.Case.Country == caller.Country)),
        Changed = (rows, since) => rows.Where(r => r.Plan.Id >= since.FirstId),
        LeavesOut = new Dictionary<string, string> { ["goals_encrypted"] = "Given readable as goals." },
        Columns =
        [
            new("id", "The plan's id.", r => r.Plan.Id),
            new("case_id", "The case.", r => r.Plan.CaseId),
            new("worker_number", "Whose plan it is.", r => r.Case.WorkerNumber),
            new("number", "1, 2, 3 … per case; the highest holds.", r => r.Plan.Number),
            new("consent_given_on", "The day on which the worker consented.", r => r.Plan.Consent.GivenOn),
            new("consent_form", "How.", r => r.Plan.Consent.Form, CodeList.Of<ConsentForm>()),
            new("consent_language", "In which language, BCP 47.", r => r.Plan.Consent.Language),
            new("goals", "What the worker wants to reach, in plain words.", (r, services) => services.WordsOf(r.Case).ReadAll(r.Plan.GoalsEncrypted, r.Plan.Id)),
            new("agreed_on", "The day.", r => r.Plan.AgreedOn),
            new("agreed_by", "The account that recorded it.", r => r.Plan.AgreedBy),
        ],
    };

    /// <summary>A plan and its case.</summary>
    internal sealed class PlanOfCase
    {
        public required Plan Plan { get; init; }

        public required Case Case { get; init; }
    }
}
