using MassTransit;

namespace Gms.Events.Recruitment;

/// <summary>What a worker declared about the recruitment was recorded.</summary>
/// <remarks>Says not what: it weighs in Compliance.VerifyRecruitment.</remarks>
[MessageUrn("gms:recruitment:declaration-recorded:1")]
[EntityName("gms.recruitment.declaration-recorded")]
public sealed record DeclarationRecorded : IWorkerEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    public required string WorkerNumber { get; init; }

    /// <summary>The country that holds the contract.</summary>
    public required string Country { get; init; }

    public required Guid ContractId { get; init; }

    public required Guid DeclarationId { get; init; }
}
