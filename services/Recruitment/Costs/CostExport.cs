using Gms.Platform;

namespace Gms.Recruitment.Costs;

/// <summary>Costs as they are taken out.</summary>
static class CostExport
{
    public static ExportTable<RecruitmentDb> Costs { get; } = new ExportTable<RecruitmentDb, CostLine>
    {
        Name = "costs",
        Holds = "Payments in connection with a recruitment, as one party states each; an agency is not given what workers state.",
        Permission = "costs.read",
        Table = "costs",
        Rows = db => db.Costs,
        Key = new(c => c.Id),
        Worker = c => c.WorkerNumber,
        OfCountry = (_, rows, country) => rows.Where(c => c.Country == country),
        OfAgency = (db, rows, agency) => rows.Where(c => c.StatedBy != StatedBy.Worker && db.Contracts.Any(k => k.Id == c.ContractId && k.AgencyId == agency)),    // what the worker states is for officers
        Changed = (rows, since) => rows.Where(c => since.Subjects.Contains(c.Id.ToString())),
        Columns =
        [
            new("id", "The payment's id.", c => c.Id),
            new("contract_id", "The contract it is connected with.", c => c.ContractId),
            new("worker_number", "The worker.", c => c.WorkerNumber),
            new("country", "The country that holds the record.", c => c.Country, CodeList.Countries),
            new("item", "For what.", c => c.Item, ExportCodes.CostItems),
            new("payer", "Who bore it.", c => c.Payer, CodeList.Of<Payer>()),
            new("payee", "Who took the money.", c => c.Payee, CodeList.Of<Payee>()),
            new("amount_minor", "How much, in minor units.", c => c.Amount.Minor),
            new("amount_currency", "ISO 4217.", c => c.Amount.Currency),
            new("paid_on", "The day.", c => c.PaidOn),
            new("receipt_reference", "The receipt; empty without one.", c => c.ReceiptReference),
            new("stated_by", "Who states that it was paid.", c => c.StatedBy, CodeList.Of<StatedBy>()),
            new("nothing_paid", "True when it is stated that nothing was paid for the item.", c => c.NothingPaid),
            new("equivalent_minor", "The same payment in the currency of the wage, in minor units; empty where it was paid in that currency or nobody said.", c => c.Equivalent == null ? null : (long?)c.Equivalent.Minor),
            new("equivalent_currency", "ISO 4217; empty as above.", c => c.Equivalent == null ? null : c.Equivalent.Currency),
            new("replaces_id", "The line in whose place this one stands; empty for any other.", c => c.ReplacesId),
            new("correction_reason", "Why the earlier line was wrong.", c => c.CorrectionReason),
            new("by_worker", "True when the worker recorded it in person.", c => c.ByWorker),
            new("recorded_at", "When it was recorded.", c => c.RecordedAt),
        ],
    };
}
