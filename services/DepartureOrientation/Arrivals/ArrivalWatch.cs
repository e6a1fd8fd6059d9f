using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.DepartureOrientation.Arrivals;

/// <summary>A worker who arrived and is to be oriented: gone when that was done, when the worker left, or when a work item says that the day has passed.</summary>
public sealed class ArrivalWatch
{
    public required string WorkerNumber { get; init; }

    /// <summary>The country arrived in, whose office looks after it.</summary>
    public required string Country { get; init; }

    public required Guid CrossingId { get; init; }
    public required DateOnly ArrivedOn { get; init; }

    /// <summary>The last day, inclusive.</summary>
    public required DateOnly DueOn { get; init; }
}

sealed class ArrivalWatchMapping : IEntityTypeConfiguration<ArrivalWatch>
{
    public void Configure(EntityTypeBuilder<ArrivalWatch> watch)
    {
        watch.ToTable("arrival_watches");
        watch.HasKey(w => new { w.WorkerNumber, w.Country });
    }
}
