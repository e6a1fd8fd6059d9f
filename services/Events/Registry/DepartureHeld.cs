using MassTransit;

namespace Gms.Events.Registry;

/// <summary>A departure waits: for a part that did not answer, for a fact that is not known, or for an officer.</summary>
/// <remarks>Published at each decision that leaves it held.</remarks>
[MessageUrn("gms:registry:departure-held:1")]
[EntityName("gms.registry.departure-held")]
public sealed record DepartureHeld : IWorkerEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The departure's id.</summary>
    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    public required string WorkerNumber { get; init; }

    /// <summary>Country of departure, which holds the record.</summary>
    public required string Country { get; init; }

    public required Guid DepartureId { get; init; }

    /// <summary>Country of work, ISO 3166-1 alpha-2.</summary>
    public required string Destination { get; init; }

    /// <summary>The legal channel, for example MOU_S59.</summary>
    public required string Channel { get; init; }

    /// <summary>The planned day of departure, in the country of origin.</summary>
    public required DateOnly PlannedOn { get; init; }

    /// <summary>Codes of the checks that hold it; APPEALED where an appeal against a refusal does.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>The parts that did not answer; it is decided again when they are back. Empty: it waits for an officer.</summary>
    public required IReadOnlyList<string> MissingParts { get; init; }
}
