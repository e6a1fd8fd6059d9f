using MassTransit;

namespace Gms.Events.Recruitment;

/// <summary>A further version of a worker's contract was registered: amended, or extended.</summary>
/// <remarks>Says not what changed: whoever may know asks Contracts.GetContract.</remarks>
[MessageUrn("gms:recruitment:contract-amended:1")]
[EntityName("gms.recruitment.contract-amended")]
public sealed record ContractAmended : IWorkerEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    public required string WorkerNumber { get; init; }

    /// <summary>The country that holds the contract.</summary>
    public required string Country { get; init; }

    public required Guid ContractId { get; init; }

    /// <summary>2, 3 … per contract.</summary>
    public required int TextVersion { get; init; }

    /// <summary>Amended or Extended.</summary>
    public required string Cause { get; init; }

    /// <summary>The last day of the term by this version.</summary>
    public required DateOnly EndsOn { get; init; }

    /// <summary>True when the worker is worse off by a term that was compared.</summary>
    public required bool Worse { get; init; }

    /// <summary>SHA-256 of the registered text, lower-case hexadecimal.</summary>
    public required string ContractHash { get; init; }
}
