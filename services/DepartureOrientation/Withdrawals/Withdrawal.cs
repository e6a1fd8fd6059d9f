using Gms.DepartureOrientation.Curricula;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.DepartureOrientation.Withdrawals;

/// <summary>What an entry is about.</summary>
public enum WithdrawalEntryKind
{
    Session,
    Certification,
    Certificate,
    Departure,
}

/// <summary>What becomes of an entry.</summary>
public enum WithdrawalDecision
{
    Stands,
    ToBeRepeated,
    Revoked,
}

/// <summary>A trainer or a module version that may no longer teach or be taught from a day on, with what that touches.</summary>
public sealed class Withdrawal
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required string Country { get; init; }

    /// <summary>Null when a module version was withdrawn.</summary>
    public Guid? TrainerId { get; init; }

    /// <summary>Null when a trainer was withdrawn.</summary>
    public Guid? ModuleId { get; init; }

    public Module? Module { get; private init; }
    public required DateOnly FromDay { get; init; }

    /// <summary>A reason's name for a trainer, the office's words for a module version.</summary>
    public required string Reason { get; init; }

    public required string WithdrawnBy { get; init; }
    public required DateTimeOffset WithdrawnAt { get; init; }

    /// <summary>When the Registry last said which departures rest on it; null while nobody asked: unknown, not none.</summary>
    public DateTimeOffset? DeparturesAskedAt { get; set; }

    public List<WithdrawalEntry> Entries { get; init; } = [];
}

/// <summary>One thing that a withdrawal touches, and what became of it.</summary>
public sealed class WithdrawalEntry
{
    public Guid Id { get; internal set; } = Guid.CreateVersion7();
    public Guid WithdrawalId { get; init; }
    public required WithdrawalEntryKind Kind { get; init; }
    public required Guid SubjectId { get; init; }

    /// <summary>The country that holds it, whose office decides.</summary>
    public required string Country { get; init; }

    /// <summary>The session of a certification or certificate, the certificate of a departure; null for a session.</summary>
    public Guid? RestsOn { get; init; }

    public WithdrawalDecision? Decision { get; private set; }
    public string? DecisionReason { get; private set; }
    public string? DecidedBy { get; private set; }
    public DateOnly? DecidedOn { get; private set; }

    public void Decide(WithdrawalDecision decision, string reason, string account, DateOnly today) =>
        (Decision, DecisionReason, DecidedBy, DecidedOn) = (decision, reason, account, today);
}

sealed class WithdrawalMapping : IEntityTypeConfiguration<Withdrawal>
{
    public void Configure(EntityTypeBuilder<Withdrawal> withdrawal)
    {
        withdrawal.ToTable("withdrawals");
        withdrawal.Property(w => w.Id).ValueGeneratedNever();
        withdrawal.HasOne(w => w.Module).WithMany().HasForeignKey(w => w.ModuleId);
        withdrawal.HasMany(w => w.Entries).WithOne().HasForeignKey(e => e.WithdrawalId);
    }
}

sealed class WithdrawalEntryMapping : IEntityTypeConfiguration<WithdrawalEntry>
{
    public void Configure(EntityTypeBuilder<WithdrawalEntry> entry)
    {
        entry.ToTable("withdrawal_entries");
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.Property(e => e.Kind).HasConversion<string>();
        entry.Property(e => e.Decision).HasConversion<string>();
    }
}
