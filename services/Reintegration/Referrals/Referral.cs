using Gms.Platform;
using Gms.Reintegration.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Reintegration.Referrals;

/// <summary>The life of a referral.</summary>
public enum ReferralState
{
    Sent,
    Accepted,
    Declined,
    Done,
    Transferred,
    Revoked,
}

/// <summary>What came of a referral that was done.</summary>
public enum ReferralResult
{
    Helped,
    NotHelped,
    Recognised,
    PartlyRecognised,
    NotRecognised,
    Employed,
    NotEmployed,
}

/// <summary>What a partner was asked to do for a worker. The partner reads it until access is revoked, and nothing else of the case.</summary>
public sealed class Referral
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required Guid PartnerId { get; init; }

    /// <summary>S01 to S14.</summary>
    public required string Service { get; init; }

    /// <summary>What is needed, in the words that the worker agreed to.</summary>
    public required byte[] NeededEncrypted { get; init; }

    /// <summary>The skills that the partner is told: to recognise them, or to find work.</summary>
    public required Guid[] SkillIds { get; init; }

    public required Consent Consent { get; init; }

    public required DateOnly SentOn { get; init; }

    public required string SentBy { get; init; }

    public ReferralState State { get; private set; } = ReferralState.Sent;

    public DateOnly? AnsweredOn { get; private set; }

    /// <summary>Why it was declined, transferred or revoked, or what the partner said when it was done.</summary>
    public byte[]? ReasonEncrypted { get; private set; }

    public DateOnly? DoneOn { get; private set; }

    public ReferralResult? Result { get; private set; }

    /// <summary>The day from which the partner no longer reads it.</summary>
    public DateOnly? RevokedOn { get; private set; }

    /// <summary>The referral to another partner that took its place.</summary>
    public Guid? NextId { get; private set; }

    public void Answer(bool accepts, byte[]? reason, DateOnly today) => (State, ReasonEncrypted, AnsweredOn) = (accepts ? ReferralState.Accepted : ReferralState.Declined, reason, today);

    public void Finish(ReferralResult result, byte[]? words, DateOnly today) => (State, Result, ReasonEncrypted, DoneOn) = (ReferralState.Done, result, words, today);

    /// <summary>The partner reads it no more. What came of it stays.</summary>
    public void Revoke(DateOnly today, byte[]? reason)
    {
        RevokedOn = today;
        if (!State.CanBecome(ReferralState.Revoked))
            return;
        (State, ReasonEncrypted) = (ReferralState.Revoked, reason);
    }

    public void Transfer(Referral next, byte[] reason, DateOnly today) => (State, ReasonEncrypted, RevokedOn, NextId) = (ReferralState.Transferred, reason, today, next.Id);
}

sealed class ReferralMapping : IEntityTypeConfiguration<Referral>
{
    public void Configure(EntityTypeBuilder<Referral> referral)
    {
        referral.ToTable("referrals");
        referral.Property(r => r.Id).ValueGeneratedNever();
        referral.Property(r => r.State).HasConversion<string>();
        referral.Property(r => r.Result).HasConversion<string>();
        referral.ComplexProperty(r => r.Consent, consent =>
        {
            consent.Property(c => c.GivenOn).HasColumnName("consent_given_on");
            consent.Property(c => c.Form).HasColumnName("consent_form").HasConversion<string>();
            consent.Property(c => c.Language).HasColumnName("consent_language");
        });
        referral.HasOne<Referral>().WithMany().HasForeignKey(r => r.NextId);
        // A partner that accepts while the worker revokes: the second save fails instead of overwriting.
        referral.Property<uint>("xmin").IsRowVersion();
    }
}
