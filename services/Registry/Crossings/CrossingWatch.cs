using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Registry.Crossings;

/// <summary>What is waited for after a crossing.</summary>
public enum WatchKind
{
    /// <summary>After an exit: that the worker arrives somewhere.</summary>
    ArrivalDue,

    /// <summary>After an arrival abroad: that the worker leaves before the permit ends.</summary>
    ExitDue,
}

/// <summary>A day on which somebody looks whether the next crossing came. Gone when it was looked at.</summary>
public sealed class CrossingWatch
{
    public required Guid CrossingId { get; init; }

    public required WatchKind Kind { get; init; }

    /// <summary>The last day on which the next crossing is in time.</summary>
    public required DateOnly DueOn { get; set; }

    /// <summary>The day on which the worker is reminded of the last day; null when that was done, or where nobody is reminded.</summary>
    public DateOnly? RemindOn { get; set; }

    /// <summary>Watches a stay until its last day.</summary>
    internal static CrossingWatch OfStay(Guid arrival, DateOnly arrived, DateOnly until, BorderPractice practice) =>
        new() { CrossingId = arrival, Kind = WatchKind.ExitDue, DueOn = until, RemindOn = practice.RemindOn(arrived, until) };

    /// <summary>The stay has another last day: the worker is reminded of that one.</summary>
    internal void MoveTo(DateOnly until, DateOnly arrived, BorderPractice practice) => (DueOn, RemindOn) = (until, practice.RemindOn(arrived, until));
}

sealed class CrossingWatchMapping : IEntityTypeConfiguration<CrossingWatch>
{
    public void Configure(EntityTypeBuilder<CrossingWatch> watch)
    {
        watch.ToTable("crossing_watches");
        watch.HasKey(w => w.CrossingId);
        watch.Property(w => w.CrossingId).ValueGeneratedNever();
        watch.Property(w => w.Kind).HasConversion<string>();
        watch.HasOne<Crossing>().WithOne().HasForeignKey<CrossingWatch>(w => w.CrossingId).OnDelete(DeleteBehavior.Restrict);
    }
}
