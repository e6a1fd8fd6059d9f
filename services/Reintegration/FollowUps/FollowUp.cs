using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Reintegration.FollowUps;

/// <summary>Whether the worker wants to leave again.</summary>
public enum Intention
{
    Stay,
    LeaveBySafeChannel,
    LeaveAnyway,
    Undecided,
}

/// <summary>How it goes some months after the return. Never changed.</summary>
public sealed class FollowUp
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    /// <summary>3, 6 or 12 after the return.</summary>
    public required int Month { get; init; }

    public required DateOnly AskedOn { get; init; }

    /// <summary>The answers behind the score.</summary>
    public required Guid AssessmentId { get; init; }

    public required int Economic { get; init; }

    public required int Social { get; init; }

    public required int Psychosocial { get; init; }

    public required int Total { get; init; }

    public required Intention Intention { get; init; }

    public required string RecordedBy { get; init; }
}

sealed class FollowUpMapping : IEntityTypeConfiguration<FollowUp>
{
    public void Configure(EntityTypeBuilder<FollowUp> asked)
    {
        asked.ToTable("follow_ups");
        asked.Property(f => f.Id).ValueGeneratedNever();
        asked.Property(f => f.Intention).HasConversion<string>();
    }
}
