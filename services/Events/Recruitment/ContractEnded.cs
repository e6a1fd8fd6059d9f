using MassTransit;

namespace Gms.Events.Recruitment;

/// <summary>A worker's contract ended.</summary>
/// <remarks>Says not why: whoever may know asks Contracts.GetContract.</remarks>
[MessageUrn("gms:recruitment:contract-ended:1")]
[EntityName("gms.recruitment.contract-ended")]
public sealed record ContractEnded : IWorkerEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    public required string WorkerNumber { get; init; }

    /// <summary>The country that holds the contract.</summary>
    public required string Country { get; init; }

    public required Guid ContractId { get; init; }

    /// <summary>The last day in force; the day before the first when the work never began.</summary>
    public required DateOnly LastDay { get; init; }
}
