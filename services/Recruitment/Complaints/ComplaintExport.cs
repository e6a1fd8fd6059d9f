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
        Changed = (rows, since) => rows.Where(c => since.Subjects.Contains(c.Id.ToString())),
        Columns =
        [
            new("id", "The complaint's id.", c => c.Id),
            new("country", "The country that holds the record.", c => c.Country, CodeList.Countries),
            new("worker_number", "Whose complaint it is.", c => c.WorkerNumber),
            new("contract_id", "The contract it is about.", c => c.ContractId),
            new("category", "What it is about.", c => c.Category, CodeList.Of<ComplaintCategory>()),
            new("urgency", "How soon somebody must look.", c => c.Urgency, CodeList.Of<ComplaintUrgency>()),
            new("state", "Where it stands.", c => c.State, CodeList.Of<ComplaintState>()),
            new("told_by", "Who told it.", c => c.ToldBy, CodeList.Of<ComplaintTeller>()),
            new("subject", "What happened.", c => c.Subject),
            new("evidence", "What supports it: kind and where it is kept.", c => c.Evidence.Select(e => $"{e.Kind} {e.Reference}").ToList()),
            new("differences", "Where two versions of the contract differ: field, registered, shown.", c => c.Differences.Select(d => $"{d.Field}: {d.Registered} / {d.Shown}").ToList()),
            new("opened_at", "When it was opened.", c => c.OpenedAt),
            new("due_on", "The day by which somebody should have looked.", c => c.DueOn),
        ],
        LeavesOut = new Dictionary<string, string>
        {
            ["organisation"] = "An account's organisation says nothing to the reader.",
            ["shown"] = "A key made from the differences.",
        },
    };
}
