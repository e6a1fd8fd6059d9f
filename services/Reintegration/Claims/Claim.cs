using Gms.Platform;
using Gms.Reintegration.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Reintegration.Claims;

/// <summary>What is owed.</summary>
public enum ClaimKind
{
    Wages,
    WayHome,
    Insurance,
    Fee,
    Compensation,
    Other,
}

/// <summary>The life of a claim.</summary>
public enum ClaimState
{
    ToAsk,
    ToFile,
    Filed,
    Awarded,
    Paid,
    Refused,
    Dropped,
}

/// <summary>Something owed to a returnee, with how far it has come and what is next.</summary>
public sealed class Claim
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required ClaimKind Kind { get; init; }

    /// <summary>The contract or membership it was found by, or its own id where an officer opened it: found once, however often it is asked.</summary>
    public required string Origin { get; init; }

    /// <summary>The country in which it is claimed.</summary>
    public required string Against { get; init; }

    /// <summary>What is known, in words an officer can read to the worker.</summary>
    public required byte[] TextEncrypted { get; init; }

    public string? ContractId { get; init; }

    public string? MembershipId { get; init; }

    public ClaimState State { get; private set; }

    /// <summary>What somebody does next; null when it is settled.</summary>
    public byte[]? NextStepEncrypted { get; private set; }

    public required DateOnly OpenedOn { get; init; }

    /// <summary>What is claimed, awarded or paid, as far as it is known.</summary>
    public long? AmountMinor { get; private set; }

    public string? Currency { get; private set; }

    public DateOnly? SettledOn { get; private set; }

    /// <summary>The receipt's or decision's reference.</summary>
    public string? Evidence { get; private set; }

    public List<ClaimStep> Steps { get; init; } = [];

    public void Move(ClaimState to, byte[]? nextStep, Money? amount, byte[] note, string account, DateOnly today)
    {
        (State, NextStepEncrypted) = (to, nextStep);
        (SettledOn, Evidence) = (null, null);    // an appeal after a refusal is open again; the step says what had been
        if (amount is { } known)
            (AmountMinor, Currency) = (known.Minor, known.Currency);
        Steps.Add(new() { Number = Steps.Count + 1, TakenOn = today, TakenBy = account, State = to, NoteEncrypted = note });
    }

    public void Settle(DateOnly on, string? evidence) => (SettledOn, Evidence) = (on, evidence);
}

/// <summary>One step of a claim. Added, never changed.</summary>
public sealed class ClaimStep
{
    public required int Number { get; init; }

    public required DateOnly TakenOn { get; init; }

    public required string TakenBy { get; init; }

    /// <summary>Where it led.</summary>
    public required ClaimState State { get; init; }

    public required byte[] NoteEncrypted { get; init; }

    /// <summary>In one line, with what was told.</summary>
    public string In(Words words, Guid claim) => $"{TakenOn:yyyy-MM-dd} {State}: {words.Read(NoteEncrypted, claim)}";
}

sealed class ClaimMapping : IEntityTypeConfiguration<Claim>
{
    public void Configure(EntityTypeBuilder<Claim> claim)
    {
        claim.ToTable("claims");
        claim.Property(c => c.Id).ValueGeneratedNever();
        claim.Property(c => c.Kind).HasConversion<string>();
        claim.Property(c => c.State).HasConversion<string>();
        claim.HasMany(c => c.Steps).WithOne().HasForeignKey("ClaimId");
        claim.Property<uint>("xmin").IsRowVersion();
    }
}

sealed class ClaimStepMapping : IEntityTypeConfiguration<ClaimStep>
{
    public void Configure(EntityTypeBuilder<ClaimStep> step)
    {
        step.ToTable("claim_steps");
        step.Property<Guid>("ClaimId");
        step.HasKey("ClaimId", nameof(ClaimStep.Number));
        step.Property(s => s.Number).ValueGeneratedNever();
        step.Property(s => s.State).HasConversion<string>();
    }
}
