using Gms.DepartureOrientation.ActionPlans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.DepartureOrientation.GoodPractices;

/// <summary>Where a practice stands.</summary>
public enum PracticeState
{
    Shared,
    Withdrawn,
}

/// <summary>What one country did that others may take up. What it says never changes; it may be taken back, for a reason that stays.</summary>
public sealed class GoodPractice
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required string Country { get; init; }
    public required string Title { get; init; }

    /// <summary>What was done, for whom, and what came of it.</summary>
    public required string Text { get; init; }

    public required Topic Topic { get; init; }

    /// <summary>What shows that it works; null when nothing does yet.</summary>
    public string? Evidence { get; init; }

    public required string Organisation { get; init; }
    public required DateOnly SharedOn { get; init; }
    public PracticeState State { get; private set; } = PracticeState.Shared;
    public DateOnly? WithdrawnOn { get; private set; }
    public string? WithdrawalReason { get; private set; }

    public bool IsShared => State == PracticeState.Shared;

    public void Withdraw(DateOnly today, string reason) => (State, WithdrawnOn, WithdrawalReason) = (PracticeState.Withdrawn, today, reason);
}

sealed class GoodPracticeMapping : IEntityTypeConfiguration<GoodPractice>
{
    public void Configure(EntityTypeBuilder<GoodPractice> practice)
    {
        practice.ToTable("good_practices");
        practice.Property(p => p.Id).ValueGeneratedNever();
        practice.Property(p => p.Topic).HasConversion<string>();
        practice.Property(p => p.State).HasConversion<string>();
        practice.Ignore(p => p.IsShared);
        practice.Property<uint>("xmin").IsRowVersion();
    }
}
