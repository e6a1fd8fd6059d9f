using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Registry.Crossings;

/// <summary>Out of a country, or into one.</summary>
public enum CrossingKind
{
    Exit,
    Arrival,
}

/// <summary>Who told a crossing.</summary>
public enum CrossingSource
{
    /// <summary>A post of the country left or entered.</summary>
    Post,

    /// <summary>The post on the other side of the same checkpoint.</summary>
    OtherSide,

    /// <summary>A list sent afterwards.</summary>
    List,
    Worker,
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

    /// <summary>Who told it first.</summary>
    public required CrossingSource Source { get; init; }

    public List<CrossingFlag> Flags { get; init; } = [];

    /// <summary>What others told of the same crossing afterwards.</summary>
    public List<CrossingReport> Reports { get; init; } = [];
}

/// <summary>A further report that confirmed a crossing on record. Added, never changed.</summary>
public sealed class CrossingReport
{
    public required Guid CrossingId { get; init; }

    public required CrossingSource Source { get; init; }

    /// <summary>When it was, as this source says.</summary>
    public required DateTimeOffset CrossedAt { get; init; }
}

sealed class CrossingMapping : IEntityTypeConfiguration<Crossing>
{
    public void Configure(EntityTypeBuilder<Crossing> crossing)
    {
        crossing.ToTable("crossings");
        crossing.Property(c => c.Id).ValueGeneratedNever();
        crossing.Property(c => c.Kind).HasConversion<string>();
        crossing.Property(c => c.Source).HasConversion<string>();
        crossing.PrimitiveCollection(c => c.Flags).ElementType(flag => flag.HasConversion<string>());
        crossing.HasMany(c => c.Reports).WithOne().HasForeignKey(r => r.CrossingId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class CrossingReportMapping : IEntityTypeConfiguration<CrossingReport>
{
    public void Configure(EntityTypeBuilder<CrossingReport> report)
    {
        report.ToTable("crossing_reports");
        report.HasKey(r => new { r.CrossingId, r.Source });
        report.Property(r => r.Source).HasConversion<string>();
    }
}
