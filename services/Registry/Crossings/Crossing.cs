using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Registry.Crossings;

/// <summary>Out of the country of origin, or into the country of work.</summary>
public enum CrossingKind
{
    Exit,
    Arrival,
}

/// <summary>What was missing when a worker crossed: a question, not an accusation.</summary>
public enum CrossingFlag
{
    NoClearedDeparture,
    NoExitRecorded,
    BeforePlannedDay,
}

/// <summary>A worker left or entered a country. It happened, so it is recorded whatever was missing; never changed.</summary>
public sealed class Crossing
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required CrossingKind Kind { get; init; }

    public required string WorkerNumber { get; init; }

    public Guid? DepartureId { get; init; }

    /// <summary>The country left or entered, which holds the record.</summary>
    public required string Country { get; init; }

    /// <summary>Null by air or by sea.</summary>
    public string? Checkpoint { get; init; }

    public required DateTimeOffset CrossedAt { get; init; }

    public List<CrossingFlag> Flags { get; init; } = [];
}

sealed class CrossingMapping : IEntityTypeConfiguration<Crossing>
{
    public void Configure(EntityTypeBuilder<Crossing> crossing)
    {
        crossing.ToTable("crossings");
        crossing.Property(c => c.Id).ValueGeneratedNever();
        crossing.Property(c => c.Kind).HasConversion<string>();
        crossing.PrimitiveCollection(c => c.Flags).ElementType(flag => flag.HasConversion<string>());
    }
}
