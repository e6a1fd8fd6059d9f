using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.DepartureOrientation.ActionPlans;

/// <summary>Where a measure stands.</summary>
public enum MeasureState
{
    Planned,
    InProgress,
    Done,

    /// <summary>Given up, for a reason.</summary>
    Dropped,
}

/// <summary>What is to be done, by whom, by when. Whatever becomes of it is a step, and steps stay.</summary>
public sealed class Measure
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid PlanId { get; init; }
    public required string Country { get; init; }
    public required string Title { get; init; }
    public string? Description { get; init; }
    public required Topic Topic { get; init; }

    /// <summary>The good practice that it takes up.</summary>
    public Guid? PracticeId { get; init; }

    /// <summary>Who does it: an organisation at Access.</summary>
    public required string Owner { get; set; }

    /// <summary>The last day, inclusive.</summary>
    public required DateOnly DueOn { get; set; }

    public MeasureState State { get; private set; } = MeasureState.Planned;

    /// <summary>The step after which an officer was told that it is overdue; null when nobody needs to be told any more or was yet.</summary>
    public int? ToldStep { get; private set; }

    /// <summary>The number of its last step.</summary>
    public int Version { get; private set; }

    public List<MeasureStep> Steps { get; private init; } = [];

    public List<Indicator> Indicators { get; private init; } = [];

    /// <summary>Officers of its country, and whoever is to do it.</summary>
    public Reach Reach => new() { Countries = [Country], Organisations = [Owner] };

    public bool IsOpen => State is MeasureState.Planned or MeasureState.InProgress;

    public bool IsOverdue(DateOnly today) => IsOpen && DueOn < today;

    /// <summary>The beginning of the keys of work items that say that it is overdue.</summary>
    public string Key => $"{Id:N}:";

    public void Begin(Caller caller, DateTimeOffset now) => Add(caller, now, null);

    public void Revise(string owner, DateOnly dueOn, string reason, Caller caller, DateTimeOffset now)
    {
        (Owner, DueOn) = (owner, dueOn);
        Add(caller, now, reason);
    }

    public void Move(MeasureState to, string? reason, Caller caller, DateTimeOffset now)
    {
        State = to;
        Add(caller, now, reason);
    }

    /// <summary>An officer was told that it is overdue as it stands.</summary>
    public void Tell() => ToldStep = Version;

    void Add(Caller caller, DateTimeOffset now, string? reason) => Steps.Add(new()
    {
        Number = ++Version,
        At = now,
        Account = caller.Account,
        Organisation = caller.Organisation,
        State = State,
        Owner = Owner,
        DueOn = DueOn,
        Reason = reason,
    });
}

/// <summary>Something that became of a measure, and how it stood afterwards. Added, never changed.</summary>
public sealed class MeasureStep
{
    public required int Number { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Account { get; init; }
    public required string Organisation { get; init; }
    public required MeasureState State { get; init; }
    public required string Owner { get; init; }
    public required DateOnly DueOn { get; init; }
    public string? Reason { get; init; }
}

sealed class MeasureMapping : IEntityTypeConfiguration<Measure>
{
    public void Configure(EntityTypeBuilder<Measure> measure)
    {
        measure.ToTable("measures");
        measure.Property(m => m.Id).ValueGeneratedNever();
        measure.Property(m => m.State).HasConversion<string>();
        measure.Property(m => m.Topic).HasConversion<string>();
        measure.HasMany(m => m.Indicators).WithOne().HasForeignKey(i => i.MeasureId);
        measure.OwnsMany(m => m.Steps, step =>
        {
            step.ToTable("measure_steps");
            step.WithOwner().HasForeignKey("MeasureId");
            step.HasKey("MeasureId", nameof(MeasureStep.Number));
            step.Property(s => s.Number).ValueGeneratedNever();
            step.Property(s => s.State).HasConversion<string>();
        });
        measure.Ignore(m => m.Reach).Ignore(m => m.IsOpen).Ignore(m => m.Key);
        measure.Property<uint>("xmin").IsRowVersion();
    }
}
