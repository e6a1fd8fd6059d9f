using Gms.Platform;

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
        Rows = db => db.Cases,
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
            new("version", "The number of its last event.", c => c.Version),
        ],
    };
}
