using Gms.Platform;
using static Gms.Recruitment.CsvValues;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Costs;

/// <summary>The CSV form of a row of Costs.ImportCosts.</summary>
static class CostCsv
{
    public static readonly CsvForm<Proto.RecordCostRequest> Form = new(
        new("contract_id", "contract_id", (row, text) => row.ContractId = text, Required: true),
        new("item", "item", (row, text) => row.Item = text.ToUpperInvariant(), Required: true),
        new("payer", "payer", (row, text) => row.Payer = Value<Proto.Payer>(text, "payer"), Required: true),
        new("payee", "payee", (row, text) => row.Payee = Value<Proto.Payee>(text, "payee"), Required: true),
        new("amount_minor", "amount", (row, text) => (row.Amount ??= new()).Minor = Minor(text, "amount_minor")),
        new("amount_currency", "amount.currency", (row, text) => (row.Amount ??= new()).Currency = text.ToUpperInvariant()),
        new("equivalent_minor", "equivalent", (row, text) => (row.Equivalent ??= new()).Minor = Minor(text, "equivalent_minor")),
        new("equivalent_currency", "equivalent.currency", (row, text) => (row.Equivalent ??= new()).Currency = text.ToUpperInvariant()),
        new("nothing_paid", "nothing_paid", (row, text) => row.NothingPaid = Yes(text, "nothing_paid")),
        new("paid_on", "paid_on", (row, text) => row.PaidOn = Day(text, "paid_on"), Required: true),
        new("receipt_reference", "receipt_reference", (row, text) => row.ReceiptReference = text),
        new("stated_by", "stated_by", (row, text) => row.StatedBy = Value<Proto.StatedBy>(text, "stated_by"), Required: true),
        new("replaces", "replaces", (row, text) => row.Replaces = text),
        new("correction_reason", "correction_reason", (row, text) => row.CorrectionReason = text));
}
