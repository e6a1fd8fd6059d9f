using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Registry.Journeys;

/// <summary>One thing that happened to a worker, as an event told it. Written by the consumer and by rebuilds; read here.</summary>
public sealed class JourneyEntry
{
    /// <summary>Which build of the timelines it belongs to.</summary>
    public required int Generation { get; init; }

    public required Guid EventId { get; init; }

    public required string WorkerNumber { get; init; }

    /// <summary>The country that holds the record.</summary>
    public required string Country { get; init; }

    /// <summary>The event's wire name.</summary>
    public required string Name { get; init; }

    /// <summary>The publisher, in kebab case.</summary>
    public required string Service { get; init; }

    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The real time at which it came in.</summary>
    public DateTimeOffset ReceivedAt { get; init; }
}

/// <summary>A generation of the timelines: one is read, at most one is built beside it.</summary>
public sealed class JourneyBuild
{
    public int Generation { get; init; }

    public required JourneyBuildState State { get; init; }

    public DateTimeOffset StartedAt { get; init; }
}

public enum JourneyBuildState
{
    Building,
    Current,
    Retired,
}

sealed class JourneyEntryMapping : IEntityTypeConfiguration<JourneyEntry>
{
    public void Configure(EntityTypeBuilder<JourneyEntry> entry)
    {
        entry.ToTable("journey_entries");
        entry.HasKey(e => new { e.WorkerNumber, e.Generation, e.EventId });
        entry.Property(e => e.Generation).ValueGeneratedNever();
        entry.Property(e => e.EventId).ValueGeneratedNever();
        entry.Property(e => e.ReceivedAt).ValueGeneratedOnAdd();
    }
}

sealed class JourneyBuildMapping : IEntityTypeConfiguration<JourneyBuild>
{
    public void Configure(EntityTypeBuilder<JourneyBuild> build)
    {
        build.ToTable("journey_builds");
        build.HasKey(b => b.Generation);
        build.Property(b => b.State).HasConversion<string>();
        build.Property(b => b.StartedAt).ValueGeneratedOnAdd();
    }
}
