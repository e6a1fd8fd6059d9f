using Gms.Platform;

namespace Gms.Recruitment.Declarations;

/// <summary>Declarations as they are taken out: by the worker and the holding country, never by an agency, since the worker speaks without it.</summary>
static class DeclarationExport
{
    public static ExportTable<RecruitmentDb> Declarations { get; } = new ExportTable<RecruitmentDb, Declaration>
    {
        Name = "declarations",
        Holds = "What workers declared about their recruitment without agency or employer present.",
        Permission = "declarations.record",
        Table = "declarations",
        Rows = db => db.Declarations,
        Key = new(d => d.Id),
        Worker = d => d.WorkerNumber,
        OfCountry = (_, rows, country) => rows.Where(d => d.Country == country),
        Changed = (rows, since) => rows.Where(d => since.Subjects.Contains(d.Id.ToString())),
        Columns =
        [
            new("id", "The declaration's id.", d => d.Id),
            new("contract_id", "The contract it is about.", d => d.ContractId),
            new("worker_number", "Who declared.", d => d.WorkerNumber),
            new("country", "The country that holds the record.", d => d.Country, CodeList.Countries),
            new("declared_on", "The day.", d => d.DeclaredOn),
            new("languages", "The languages the worker reads, BCP 47.", d => d.Languages),
            new("holds_own_papers", "Whether the worker holds the own papers; empty when it was not asked, as below.", d => d.HoldsOwnPapers),
            new("owes_recruiter", "Whether the worker owes a recruiter money.", d => d.OwesRecruiter),
            new("borrowed_to_pay", "Whether money was borrowed to pay for the recruitment.", d => d.BorrowedToPay),
            new("free_to_leave", "Whether the worker feels free to leave the job.", d => d.FreeToLeave),
            new("has_copy", "Whether the worker has a copy of the contract.", d => d.HasCopy),
            new("knows_complaint_channel", "Whether the worker knows where to complain.", d => d.KnowsComplaintChannel),
            new("costs_complete", "Whether the recorded costs are all that worker and family paid.", d => d.CostsComplete),
            new("recorded_at", "When it was recorded.", d => d.RecordedAt),
            new("questionnaire", "The version of the questionnaire; empty where only the questions above were asked.", d => d.Questionnaire),
            new("answers", "The answers by item: code and Yes, No or Declined.", d => d.Answers.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key} {a.Value}").ToList()),
            new("taken_by", "Who wrote it down.", d => d.TakenBy, CodeList.Of<StatementTaker>()),
        ],
        LeavesOut = new Dictionary<string, string> { ["organisation"] = "An account's organisation says nothing to the reader." },
    };
}
