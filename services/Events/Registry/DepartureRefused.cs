using MassTransit;

namespace Gms.Events.Registry;

/// <summary>A worker may not depart in the way applied for.</summary>
/// <remarks>The worker and the applicant read the reasons in full by Departures.GetDeparture.</remarks>
[MessageUrn("gms:registry:departure-refused:1")]
[EntityName("gms.registry.departure-refused")]
public sealed record DepartureRefused : IWorkerEvent
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

    /// <summary>Codes of the checks that refuse it; empty when an officer did.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>True when an officer refused it.</summary>
    public required bool ByOfficer { get; init; }
}
