using Gms.Registry.Corridors;

namespace Gms.Registry.Crossings;

/// <summary>What somebody told of a crossing.</summary>
sealed record Sighting(CrossingKind Kind, Guid? DepartureId, string? WorkerNumber, string Country, Checkpoint? Post, DateTimeOffset At, CrossingSource Source);

/// <summary>A crossing that is on record, with everybody who told it.</summary>
sealed record KnownCrossing(Guid Id, CrossingKind Kind, string Country, string? Checkpoint, DateTimeOffset At, Guid? DepartureId, IReadOnlyList<CrossingSource> Sources)
{
    public Passage Passage => Passage.Of(Id, Kind, Country, At);
}
