using MassTransit;

namespace Gms.Events.DepartureOrientation;

/// <summary>An edition of a curriculum was published and can be taught from now on.</summary>
/// <remarks>Says nothing about a person.</remarks>
[MessageUrn("gms:departure-orientation:curriculum-published:1")]
[EntityName("gms.departure-orientation.curriculum-published")]
public sealed record CurriculumPublished : IEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The edition, as text. Its version is always 1: an edition never changes.</summary>
    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    public required Guid CurriculumId { get; init; }

    /// <summary>The country whose authority published it, ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    /// <summary>The office's code, the same in every edition.</summary>
    public required string Code { get; init; }

    /// <summary>1, 2, 3 … per country and code.</summary>
    public required int Edition { get; init; }

    /// <summary>PreDecision, PreDeparture, PostArrival, Return or TrainingOfTrainers.</summary>
    public required string Stage { get; init; }
}
