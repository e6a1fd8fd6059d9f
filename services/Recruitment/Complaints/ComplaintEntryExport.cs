using Gms.Platform;

namespace Gms.Recruitment.Complaints;

/// <summary>What was said and done in complaints as it is taken out: by the worker and the holding country, never by an agency.</summary>
static class ComplaintEntryExport
{
    public static ExportTable<RecruitmentDb> Entries { get; } = new ExportTable<RecruitmentDb, EntryOfComplaint>
    {
        Name = "complaint-entries",
        Holds = "What was said and done in complaints, and how each stood afterwards.",
        Permission = "complaints.read",
        Table = "complaint_entries",
        Rows = db => db.Complaints.SelectMany(c => c.Entries, (c, e) => new EntryOfComplaint { Entry = e, WorkerNumber = c.WorkerNumber, Country = c.Country }),
        Key = new(r => r.Entry.ComplaintId, r => r.Entry.Number),
        Worker = r => r.WorkerNumber,
        OfCountry = (_, rows, country) => rows.Where(r => r.Country == country),
        Changed = (rows, since) => rows.Where(r => since.Subjects.Contains(r.Entry.ComplaintId.ToString()) || r.Entry.At >= since.At),
        Columns =
        [
            new("complaint_id", "The complaint.", r => r.Entry.ComplaintId),
            new("number", "1, 2, 3 … per complaint.", r => r.Entry.Number),
            new("worker_number", "Whose complaint it is.", r => r.WorkerNumber),
            new("kind", "What was said or done.", r => r.Entry.Kind, CodeList.Of<ComplaintEntryKind>()),
            new("side", "Whose side spoke.", r => r.Entry.Side, CodeList.Of<ComplaintSide>()),
            new("text", "What was said.", r => r.Entry.Text),
            new("evidence", "What supports it: kind and where it is kept.", r => r.Entry.Evidence.Select(e => $"{e.Kind} {e.Reference}").ToList()),
            new("shown_to_agency", "Whether the agency may read it.", r => r.Entry.ShownToAgency),
            new("at", "When.", r => r.Entry.At),
            new("on_day", "The day in the country that holds the complaint.", r => r.Entry.OnDay),
            new("was_due_on", "The day by which it should have been done; empty for what has no day.", r => r.Entry.WasDueOn),
            new("state", "How the complaint stood afterwards.", r => r.Entry.State, CodeList.Of<ComplaintState>()),
            new("due_on", "The day by which the next step was due then.", r => r.Entry.DueOn),
            new("finding", "What was decided until then.", r => r.Entry.Finding, CodeList.Of<ComplaintFinding>()),
            new("retaliation", "Whether the worker was said until then to suffer for having complained.", r => r.Entry.Retaliation),
        ],
        LeavesOut = new Dictionary<string, string> { ["organisation"] = "An account's organisation says nothing to the reader." },
    };

    /// <summary>What was paid back or put right.</summary>
    public static ExportTable<RecruitmentDb> Remedies { get; } = new ExportTable<RecruitmentDb, RemedyOfComplaint>
    {
        Name = "complaint-remedies",
        Holds = "What was paid back or put right after complaints were upheld.",
        Permission = "complaints.read",
        Table = "complaint_remedies",
        Rows = db => db.Complaints.SelectMany(c => c.Remedies, (c, r) => new RemedyOfComplaint { Remedy = r, WorkerNumber = c.WorkerNumber, Country = c.Country }),
        Key = new(r => r.Remedy.ComplaintId, r => r.Remedy.Number),
        Worker = r => r.WorkerNumber,
        OfCountry = (_, rows, country) => rows.Where(r => r.Country == country),
        Changed = (rows, since) => rows.Where(r => since.Subjects.Contains(r.Remedy.ComplaintId.ToString())),
        Columns =
        [
            new("complaint_id", "The complaint.", r => r.Remedy.ComplaintId),
            new("number", "1, 2, 3 … per complaint.", r => r.Remedy.Number),
            new("worker_number", "Whose complaint it is.", r => r.WorkerNumber),
            new("kind", "What was done.", r => r.Remedy.Kind, CodeList.Of<ComplaintRemedy>()),
            new("amount_minor", "How much was paid, in minor units; empty unless it is money.", r => r.Remedy.Amount?.Minor),
            new("amount_currency", "ISO 4217.", r => r.Remedy.Amount?.Currency),
            new("done_on", "The day.", r => r.Remedy.DoneOn),
            new("evidence_reference", "The receipt, or where the evidence is kept.", r => r.Remedy.EvidenceReference),
            new("side", "Who confirms it.", r => r.Remedy.Side, CodeList.Of<ComplaintSide>()),
            new("recorded_at", "When it was recorded.", r => r.Remedy.RecordedAt),
        ],
    };

    /// <summary>An entry and whose complaint it is in.</summary>
    internal sealed class EntryOfComplaint
    {
        public required ComplaintEntry Entry { get; init; }

        public required string WorkerNumber { get; init; }

        public required string Country { get; init; }
    }

    /// <summary>What was put right and for whom.</summary>
    internal sealed class RemedyOfComplaint
    {
        public required RemedyDone Remedy { get; init; }

        public required string WorkerNumber { get; init; }

        public required string Country { get; init; }
    }
}
