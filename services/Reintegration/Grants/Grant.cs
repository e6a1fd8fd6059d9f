using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Reintegration.Grants;

/// <summary>The life of a grant.</summary>
public enum GrantState
{
    Asked,
    Approved,
    Refused,
    Paid,
    Returned,
}

/// <summary>Money for a returnee: asked by one officer, decided by another.</summary>
public sealed class Grant
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required Guid BudgetId { get; init; }

    /// <summary>S01 to S14: what it is part of.</summary>
    public required string Service { get; init; }

    /// <summary>What it is for, in plain words.</summary>
    public required byte[] PurposeEncrypted { get; init; }

    public required long AmountMinor { get; init; }

    public required string Currency { get; init; }

    public GrantState State { get; private set; } = GrantState.Asked;

    public required DateOnly AskedOn { get; init; }

    public required string AskedBy { get; init; }

    public DateOnly? DecidedOn { get; private set; }

    public string? DecidedBy { get; private set; }

    /// <summary>Why it was refused, or approved where something was to be said.</summary>
    public byte[]? ReasonEncrypted { get; private set; }

    public DateOnly? PaidOn { get; private set; }

    /// <summary>The receipt's reference.</summary>
    public string? Evidence { get; private set; }

    public DateOnly? ReturnedOn { get; private set; }

    public long ReturnedMinor { get; private set; }

    public Money Amount => new(AmountMinor, Currency);

    public void Decide(bool approves, byte[]? reason, string account, DateOnly today) =>
        (State, ReasonEncrypted, DecidedBy, DecidedOn) = (approves ? GrantState.Approved : GrantState.Refused, reason, account, today);

    public void Pay(DateOnly on, string evidence) => (State, PaidOn, Evidence) = (GrantState.Paid, on, evidence);

    public void Return(DateOnly on, long minor) => (State, ReturnedOn, ReturnedMinor) = (GrantState.Returned, on, minor);
}

sealed class GrantMapping : IEntityTypeConfiguration<Grant>
{
    public void Configure(EntityTypeBuilder<Grant> grant)
    {
        grant.ToTable("grants");
        grant.Property(g => g.Id).ValueGeneratedNever();
        grant.Property(g => g.State).HasConversion<string>();
        grant.Ignore(g => g.Amount);
        // Two officers who decide at once: the second save fails instead of overwriting.
        grant.Property<uint>("xmin").IsRowVersion();
    }
}
