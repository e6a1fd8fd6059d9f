using Gms.Platform;
using Gms.Reintegration.Plans;
using Microsoft.EntityFrameworkCore;

namespace Gms.Reintegration.Cases;

/// <summary>Cases as they are taken out. An office has its own, and those of its country that no office has taken.</summary>
static class CaseExport
{
    public static ExportTable<ReintegrationDb> Cases { get; } = new ExportTable<ReintegrationDb, Case>
    {
        Name = "cases",
        Holds = "Cases of workers who came back.",
        Permission = "cases.read",
        Table = "cases",
        Within = ["case_signs", "case_reopenings"],
        LeavesOut = new Dictionary<string, string>
        {
            ["case_key"] = "A key.",
            ["key_version"] = "Belongs to the key.",
            ["triage_changes_on"] = "When the registry looks at the order again; the signs say why.",
        },
        Rows = db => db.Cases.Include(c => c.Signs).Include(c => c.Reopenings).AsSplitQuery(),
        Key = new(c => c.Id),
        Worker = c => c.WorkerNumber,
        OfOrganisation = (_, rows, caller) => rows.Where(c => c.Office == caller.Organisation || (c.Office == null && c.Country == caller.Country)),
        Columns =
        [
            new("id", "The case's id.", c => c.Id),
            new("country", "The country returned to, which holds the record.", c => c.Country, CodeList.Countries),
            new("worker_number", "Whose case it is.", c => c.WorkerNumber),
            new("source", "How it came about.", c => c.Source, CodeList.Of<CaseSource>()),
            new("return_id", "The return at the Registry.", c => c.ReturnId),
            new("left_country", "The country left.", c => c.From, CodeList.Countries),
            new("reason", "Why the worker came back.", c => c.Reason, ExportTables.Reasons),
            new("returned_on", "The day of the return.", c => c.ReturnedOn),
            new("opened_at", "When it was opened.", c => c.OpenedAt),
            new("state", "Where it stands.", c => c.State, CodeList.Of<CaseState>()),
            new("counsellor", "The counsellor's account.", c => c.Counsellor),
            new("office", "The counsellor's organisation.", c => c.Office),
            new("plan_id", "The plan that holds now.", c => c.PlanId),
            new("closed_on", "The day it was closed.", c => c.ClosedOn),
            new("outcome", "What became of it.", c => c.Outcome, CodeList.Of<CaseOutcome>()),
            new("triage_order", "The sum by which cases are put in order.", c => c.TriageOrder),
            new("urgent", "Whether a sign calls for the shorter deadlines.", c => c.Urgent),
            new("consent_given_on", "The day of consent to a case before the return.", c => c.ConsentGivenOn),
            new("consent_form", "How.", c => c.ConsentForm, CodeList.Of<ConsentForm>()),
            new("consent_language", "In which language, BCP 47.", c => c.ConsentLanguage),
            new("left_again_on", "The day on which the worker left again.", c => c.LeftAgainOn),
            new("next_departure_id", "The departure by which.", c => c.NextDepartureId),
            new("last_exit_on", "The latest exit known while it was open.", c => c.LastExitOn),
            new("last_exit_departure_id", "The departure of that exit.", c => c.LastExitDepartureId),
            new("erased_at", "When what was told was erased.", c => c.ErasedAt),
            new("signs", "Every sign recorded: what, when, who said so, why.", (c, services) => c.Signs.OrderBy(s => s.Id).Select(s => s.In(services.WordsOf(c))).ToArray()),
            new("reopenings", "How it was closed before, and why it was opened again.", (c, services) => c.Reopenings.OrderBy(r => r.Number).Select(r => r.In(services.WordsOf(c), c.Id)).ToArray()),
            new("version", "The number of its last event.", c => c.Version),
        ],
    };
}
