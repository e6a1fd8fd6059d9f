using Gms.Platform;

namespace Gms.Recruitment.Costs;

/// <summary>One payment, or that there was none, as one party states it. Added, never changed: a correction is a later line.</summary>
public sealed class CostLine
{
    public required Guid Id { get; init; }

    public required Guid ContractId { get; init; }

    public required string WorkerNumber { get; init; }

    /// <summary>The holder: the contract's.</summary>
    public required string Country { get; init; }

    /// <summary>Code of the cost item.</summary>
    public required string Item { get; init; }

    public required Payer Payer { get; init; }

    public required Payee Payee { get; init; }

    public required Money Amount { get; init; }

    public required DateOnly PaidOn { get; init; }

    public string? ReceiptReference { get; init; }

    public required StatedBy StatedBy { get; init; }

    /// <summary>The party states that nothing was paid for this item; the amount is nothing, in no currency (ISO 4217 XXX).</summary>
    public bool NothingPaid { get; init; }

    /// <summary>The same payment in the currency of the wage, at the rate of that day; null where it was paid in that currency, or nobody said.</summary>
    public Money? Equivalent { get; init; }

    /// <summary>The line in whose place this one stands; null for any other.</summary>
    public Guid? ReplacesId { get; init; }

    /// <summary>Why the earlier line was wrong.</summary>
    public string? CorrectionReason { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The worker recorded it in person.</summary>
    public bool ByWorker { get; init; }

    /// <summary>What the family pays the worker pays.</summary>
    public bool BorneByWorker => Payer is Payer.Worker or Payer.Family;

    /// <summary>The payment in that currency; null when it is not known.</summary>
    public Money? In(string currency) => Amount.Currency == currency ? Amount : Equivalent?.Currency == currency ? Equivalent : null;
}

/// <summary>Who bore a cost.</summary>
public enum Payer
{
    Worker,
    Family,
    Employer,
    Agency,
    Government,
}

/// <summary>Who took the money.</summary>
public enum Payee
{
    OriginAgency,
    DestinationAgency,
    Broker,
    Employer,
    Authority,
    Provider,
    OfficialPrivately,
}

/// <summary>Who states that it was paid.</summary>
public enum StatedBy
{
    Worker,
    Agency,
    Employer,
    Officer,
}
