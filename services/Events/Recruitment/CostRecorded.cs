using MassTransit;

namespace Gms.Events.Recruitment;

/// <summary>A payment for a worker's recruitment was recorded.</summary>
/// <remarks>Says neither amount nor payer: whoever may know asks Costs.ListCosts.</remarks>
[MessageUrn("gms:recruitment:cost-recorded:1")]
[EntityName("gms.recruitment.cost-recorded")]
public sealed record CostRecorded : IWorkerEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    public required string WorkerNumber { get; init; }

    /// <summary>The country that holds the contract.</summary>
    public required string Country { get; init; }

    public required Guid ContractId { get; init; }

    public required Guid CostId { get; init; }

    /// <summary>Code of the cost item.</summary>
    public required string Item { get; init; }
}
