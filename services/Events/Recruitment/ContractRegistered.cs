using MassTransit;

namespace Gms.Events.Recruitment;

/// <summary>A worker's contract was registered.</summary>
/// <remarks>Ids and codes only: wage and terms are asked of Contracts.GetContract.</remarks>
[MessageUrn("gms:recruitment:contract-registered:1")]
[EntityName("gms.recruitment.contract-registered")]
public sealed record ContractRegistered : IWorkerEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    public required string WorkerNumber { get; init; }

    /// <summary>The country that holds the contract.</summary>
    public required string Country { get; init; }

    public required Guid ContractId { get; init; }

    /// <summary>Null where no agency takes part.</summary>
    public Guid? AgencyId { get; init; }

    public required Guid EmployerId { get; init; }

    public required string Origin { get; init; }

    public required string Destination { get; init; }

    public required string Channel { get; init; }

    public required DateOnly StartsOn { get; init; }

    public required DateOnly EndsOn { get; init; }

    /// <summary>SHA-256 of the registered text, lower-case hexadecimal.</summary>
    public required string ContractHash { get; init; }

    /// <summary>ISCO-08 unit group; null in events of earlier versions.</summary>
    public string? Occupation { get; init; }

    /// <summary>Code of the sector that the occupation belongs to; null in events of earlier versions.</summary>
    public string? Sector { get; init; }

    /// <summary>The contract in whose place it stands after a transfer; null for any other.</summary>
    public Guid? TransferredFrom { get; init; }
}
