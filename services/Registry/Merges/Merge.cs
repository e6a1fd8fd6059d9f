using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Registry.Merges;

/// <summary>Where a merge stands.</summary>
public enum MergeState
{
    /// <summary>The holder of the other record has not agreed yet.</summary>
    Proposed,
    Effective,
    Declined,
    Undone,
}

/// <summary>
/// Two worker numbers found to be one person. Neither record is rewritten: while the merge is in effect records are found under either number, and the
/// survivor's is the one to use.
/// </summary>
public sealed class Merge
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The number that survives; what absorbed it itself when the merge takes effect.</summary>
    public required string Survivor { get; set; }

    public required string Absorbed { get; init; }

    /// <summary>The holder of the survivor's record.</summary>
    public required string Country { get; set; }

    /// <summary>The holder of the absorbed record.</summary>
    public required string AbsorbedCountry { get; init; }

    /// <summary>What shows that they are one person, in words.</summary>
    public required string Evidence { get; init; }

    public MergeState State { get; private set; } = MergeState.Proposed;

    /// <summary>The holder who has to agree; null unless proposed.</summary>
    public string? Awaits { get; private set; }

    /// <summary>1, 2, 3 … each time the number is absorbed again; null before the merge took effect.</summary>
    public int? Turn { get; private set; }

    public DateTimeOffset? MergedAt { get; private set; }

    /// <summary>The number of its last event.</summary>
    public long Version { get; private set; }

    public List<MergeStep> Steps { get; private init; } = [];

    /// <summary>Both holders.</summary>
    public Reach Reach => Reach.Country(Country, AbsorbedCountry);

    public void Propose(string awaits, string reason, Caller caller, DateTimeOffset now)
    {
        Awaits = awaits;
        Add(MergeStepKind.Proposed, reason, caller, now);
    }

    public void TakeEffect(int turn, string reason, Caller caller, DateTimeOffset now)
    {
        (State, Awaits, Turn, MergedAt) = (MergeState.Effective, null, turn, now);
        Version++;
        Add(MergeStepKind.Merged, reason, caller, now);
    }

    public void Decline(string reason, Caller caller, DateTimeOffset now)
    {
        (State, Awaits) = (MergeState.Declined, null);
        Add(MergeStepKind.Declined, reason, caller, now);
    }

    public void Undo(string reason, Caller caller, DateTimeOffset now)
    {
        State = MergeState.Undone;
        Version++;
        Add(MergeStepKind.Undone, reason, caller, now);
    }

    void Add(MergeStepKind what, string reason, Caller caller, DateTimeOffset now) =>
        Steps.Add(new() { Number = Steps.Count + 1, What = what, At = now, Account = caller.Account, Organisation = caller.Organisation, Reason = reason });
}

public enum MergeStepKind
{
    Proposed,
    Declined,
    Merged,
    Undone,
}

/// <summary>Who did what with a merge, when and why. Added, never changed.</summary>
public sealed class MergeStep
{
    public required int Number { get; init; }

    public required MergeStepKind What { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Account { get; init; }

    public required string Organisation { get; init; }

    public required string Reason { get; init; }
}

sealed class MergeMapping : IEntityTypeConfiguration<Merge>
{
    public void Configure(EntityTypeBuilder<Merge> merge)
    {
        merge.ToTable("merges");
        merge.Property(m => m.Id).ValueGeneratedNever();
        merge.Property(m => m.State).HasConversion<string>();
        merge.Ignore(m => m.Reach);
        merge.OwnsMany(m => m.Steps, step =>
        {
            step.ToTable("merge_steps");
            step.WithOwner().HasForeignKey("MergeId");
            step.HasKey("MergeId", nameof(MergeStep.Number));
            step.Property(s => s.Number).ValueGeneratedNever();
            step.Property(s => s.What).HasConversion<string>();
        });

        // Two officers who decide at once: the second save fails instead of overwriting.
        merge.Property<uint>("xmin").IsRowVersion();
    }
}
