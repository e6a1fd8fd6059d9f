using Gms.DepartureOrientation.Curricula;
using Gms.DepartureOrientation.Institutions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.DepartureOrientation.ActionPlans;

/// <summary>A figure of the registry's own that a measure wants to move. Which figure stands in Data/indicators.json.</summary>
public sealed class Indicator
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid MeasureId { get; init; }
    public required string Code { get; init; }

    /// <summary>The year counted; null for the year of each reading.</summary>
    public int? Year { get; init; }

    /// <summary>The other country of the corridor; null for all.</summary>
    public string? Partner { get; init; }

    public InstitutionKind? InstitutionKind { get; init; }

    /// <summary>ISO 3166-2; null for all.</summary>
    public string? Province { get; init; }

    public Stage? Stage { get; init; }

    /// <summary>What the measure wants to reach, in the figure's unit.</summary>
    public decimal? Target { get; init; }

    /// <summary>Names of the parameters that are set, as the proto spells them.</summary>
    public IEnumerable<string> Parameters()
    {
        if (Year is not null)
            yield return "year";
        if (Partner is not null)
            yield return "partner";
        if (InstitutionKind is not null)
            yield return "institution_kind";
        if (Province is not null)
            yield return "province";
        if (Stage is not null)
            yield return "stage";
    }
}

/// <summary>A figure as it was computed on a day, or why it could not be. Added, never changed, and never typed in.</summary>
public sealed class Reading
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid IndicatorId { get; init; }
    public required DateOnly Day { get; init; }

    /// <summary>In the figure's unit; null when it is unknown.</summary>
    public decimal? Value { get; init; }

    /// <summary>Of a share: how many of …</summary>
    public long? Counted { get; init; }

    /// <summary>… how many there are.</summary>
    public long? Of { get; init; }

    public string? UnknownBecause { get; init; }

    /// <summary>Who was asked for what.</summary>
    public required string Source { get; init; }

    public required DateTimeOffset TakenAt { get; init; }
    public required string TakenBy { get; init; }
}

sealed class IndicatorMapping : IEntityTypeConfiguration<Indicator>
{
    public void Configure(EntityTypeBuilder<Indicator> indicator)
    {
        indicator.ToTable("indicators");
        indicator.Property(i => i.Id).ValueGeneratedNever();
        indicator.Property(i => i.InstitutionKind).HasConversion<string>();
        indicator.Property(i => i.Stage).HasConversion<string>();
    }
}

sealed class ReadingMapping : IEntityTypeConfiguration<Reading>
{
    public void Configure(EntityTypeBuilder<Reading> reading)
    {
        reading.ToTable("indicator_readings");
        reading.Property(r => r.Id).ValueGeneratedNever();
        reading.Property(r => r.Of).HasColumnName("of_all");
    }
}
