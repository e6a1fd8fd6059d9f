using MassTransit;

namespace Gms.Events.Recruitment;

/// <summary>A party signed a version of a worker's contract.</summary>
/// <remarks>Says not how or by whose hand.</remarks>
[MessageUrn("gms:recruitment:contract-signed:1")]
[EntityName("gms.recruitment.contract-signed")]
public sealed record ContractSigned : IWorkerEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    public required string WorkerNumber { get; init; }

    /// <summary>The country that holds the contract.</summary>
    public required string Country { get; init; }

    public required Guid ContractId { get; init; }

    /// <summary>The version signed.</summary>
    public required int TextVersion { get; init; }

    /// <summary>Worker, Employer or Agency.</summary>
    public required string Party { get; init; }

    public required DateOnly SignedOn { get; init; }
}
