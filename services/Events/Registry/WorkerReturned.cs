using MassTransit;

namespace Gms.Events.Registry;

/// <summary>A worker came back from abroad.</summary>
/// <remarks>Reintegration opens a case from it.</remarks>
[MessageUrn("gms:registry:worker-returned:1")]
[EntityName("gms.registry.worker-returned")]
public sealed record WorkerReturned : IWorkerEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The return's id.</summary>
    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    public required string WorkerNumber { get; init; }

    /// <summary>The country returned to, which holds the record.</summary>
    public required string Country { get; init; }

    public required Guid ReturnId { get; init; }

    /// <summary>The country come from, ISO 3166-1 alpha-2.</summary>
    public required string From { get; init; }

    /// <summary>Why, a code of return_reasons.json, for example END_CONTRACT.</summary>
    public required string Reason { get; init; }

    /// <summary>The day of return, in the country returned to.</summary>
    public required DateOnly ReturnedOn { get; init; }

    /// <summary>The departure whose stay ended; null when it is not known.</summary>
    public Guid? DepartureId { get; init; }
}
