using Gms.Platform;

namespace Gms.Recruitment.Costs;

/// <summary>One payment, as one party states it. Added, never changed.</summary>
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

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>What the family pays the worker pays.</summary>
    public bool BorneByWorker => Payer is Payer.Worker or Payer.Family;
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
