using Gms.Platform;

namespace Gms.Recruitment.Complaints;

/// <summary>Complaints as they are taken out: by the worker and the holding country, never by an agency.</summary>
static class ComplaintExport
{
    public static ExportTable<RecruitmentDb> Complaints { get; } = new ExportTable<RecruitmentDb, Complaint>
    {
        Name = "complaints",
        Holds = "Complaints about recruitment and work.",
        Permission = "complaints.read",
        Table = "complaints",
        Rows = db => db.Complaints,
        Key = new(c => c.Id),
        Worker = c => c.WorkerNumber,
        OfCountry = (_, rows, country) => rows.Where(c => c.Country == country),
        Changed = (rows, since) => rows.Where(c => since.Subjects.Contains(c.Id.ToString()) || c.Entries.Any(e => e.At >= since.At)),
        Columns =
        [
            new("id", "The complaint's id.", c => c.Id),
            new("country", "The country that holds the record.", c => c.Country, CodeList.Countries),
            new("worker_number", "Whose complaint it is.", c => c.WorkerNumber),
            new("contract_id", "The contract it is about.", c => c.ContractId),
            new("agency_id", "The agency complained about.", c => c.AgencyId),
            new("category", "What it is about.", c => c.Category, CodeList.Of<ComplaintCategory>()),
            new("urgency", "How soon somebody must look.", c => c.Urgency, CodeList.Of<ComplaintUrgency>()),
            new("state", "Where it stands.", c => c.State, CodeList.Of<ComplaintState>()),
            new("told_by", "Who told it.", c => c.ToldBy, CodeList.Of<ComplaintTeller>()),
            new("subject", "What happened.", c => c.Subject),
            new("evidence", "What supports it: kind and where it is kept.", c => c.Evidence.Select(e => $"{e.Kind} {e.Reference}").ToList()),
            new("differences", "Where two versions of the contract differ: field, registered, shown.", c => c.Differences.Select(d => $"{d.Field}: {d.Registered} / {d.Shown}").ToList()),
            new("opened_at", "When it was opened.", c => c.OpenedAt),
            new("due_on", "The day by which the step that it stands at should be taken.", c => c.DueOn),
            new("cause", "What opened it by itself; empty when somebody told it.", c => c.Cause),
            new("name_withheld", "Whether the agency is not told whose complaint it is.", c => c.NameWithheld),
            new("retaliation", "Whether the worker is said to suffer for having complained.", c => c.Retaliation),
            new("escalation", "How often the next office was told that the present step is late.", c => c.Escalation),
            new("answer_due_on", "The day by which the agency has to answer.", c => c.AnswerDueOn),
            new("answered_on", "The day on which it answered.", c => c.AnsweredOn),
            new("finding", "What was decided.", c => c.Finding, CodeList.Of<ComplaintFinding>()),
            new("found_on", "The day of the decision.", c => c.FoundOn),
            new("remedy", "How it is put right.", c => c.Remedy, CodeList.Of<ComplaintRemedy>()),
            new("remedy_amount_minor", "How much has to be paid, in minor units.", c => c.RemedyAmount?.Minor),
            new("remedy_amount_currency", "ISO 4217.", c => c.RemedyAmount?.Currency),
            new("appealed", "Whether an appeal was made.", c => c.Appealed),
            new("close_by", "The day by which the whole of it should be over.", c => c.CloseBy),
            new("closed_on", "The day on which it ended.", c => c.ClosedOn),
            new("version", "1, 2, 3 … with each step.", c => c.Version),
        ],
        LeavesOut = new Dictionary<string, string>
        {
            ["organisation"] = "An account's organisation says nothing to the reader.",
            ["found_by"] = "An account says nothing to the reader.",
            ["shown"] = "A key made from the differences.",
        },
    };
}
