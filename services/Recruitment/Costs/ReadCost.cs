using Gms.Platform;
using Gms.Recruitment.Contracts;
using Gms.Recruitment.Reference;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Costs;

/// <summary>Reads a cost line as it is sent, by one call or as a row of an import.</summary>
sealed record SentCost(
    Guid ContractId, string Item, Payer Payer, Payee Payee, Money Amount, Money? Equivalent, bool NothingPaid, DateOnly PaidOn, string? Receipt, StatedBy StatedBy, Guid? Replaces, string? Reason)
{
    /// <summary>ISO 4217: no currency.</summary>
    static readonly Money Nothing = new(0, "XXX");

    public static SentCost Of(Proto.RecordCostRequest request, CostItems items)
    {
        var replaces = Read.OptionalId(request.Replaces, "replaces");
        return new(
            Read.Id(request.ContractId, "contract_id"),
            Read.Code(request.Item, "item", items.Codes),
            Read.Value<Proto.Payer, Payer>(request.Payer, "payer"),
            Read.Value<Proto.Payee, Payee>(request.Payee, "payee"),
            request.NothingPaid && request.Amount is null ? Nothing : Read.Money(request.Amount, "amount"),
            Read.OptionalMoney(request.Equivalent, "equivalent"),
            request.NothingPaid,
            Read.Day(request.PaidOn, "paid_on"),
            Read.OptionalText(request.ReceiptReference, "receipt_reference"),
            Read.Value<Proto.StatedBy, StatedBy>(request.StatedBy, "stated_by"),
            replaces,
            replaces is null ? null : Read.Text(request.CorrectionReason, "correction_reason", 500));
    }

    /// <param name="contract">The contract.</param>
    /// <param name="now">When.</param>
    /// <param name="byWorker">Whether the worker records it in person.</param>
    public CostLine For(Contract contract, DateTimeOffset now, bool byWorker) => new()
    {
        Id = Guid.CreateVersion7(),
        ContractId = contract.Id,
        WorkerNumber = contract.WorkerNumber,
        Country = contract.Country,
        Item = Item,
        Payer = Payer,
        Payee = Payee,
        Amount = Amount,
        Equivalent = Equivalent,
        NothingPaid = NothingPaid,
        PaidOn = PaidOn,
        ReceiptReference = Receipt,
        StatedBy = StatedBy,
        ReplacesId = Replaces,
        CorrectionReason = Reason,
        RecordedAt = now,
        ByWorker = byWorker,
    };

    /// <summary>The same statement: a row that was sent before and is sent again.</summary>
    public bool IsOnRecord(CostLine line) =>
        (line.Item, line.Payer, line.Payee, line.Amount, line.NothingPaid, line.PaidOn, line.ReceiptReference, line.StatedBy, line.ReplacesId) == (Item, Payer, Payee, NothingPaid ? line.Amount : Amount, NothingPaid, PaidOn, Receipt, StatedBy, Replaces);
}

static class CostContexts
{
    public static CostContext Of(Contract contract, IReadOnlyList<CostLine> lines) => new(contract.StartsOn, ContractText.Parse(contract.Versions.MaxBy(v => v.Number)!.Text).Terms.Wage.Currency, lines);
}
