using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Access.SecondFactors;

/// <summary>An account's secret for time-based codes. It counts once its owner has proven, by a code, that an app holds it.</summary>
sealed class SecondFactor
{
    /// <summary>Wrong codes after which it rests; and so many in a row after which only an administrator helps: three codes of a million are right at any time.</summary>
    public const int WrongUntilPause = 5, WrongUntilBlocked = 50;

    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    /// <summary>What was shown and not proven by then is made anew.</summary>
    public static readonly TimeSpan PendingFor = TimeSpan.FromMinutes(30);

    public required Guid AccountId { get; init; }

    public byte[]? SecretEncrypted { get; private set; }

    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>The time step of the last code taken: only later ones are taken from then on (RFC 6238, 5.2).</summary>
    public long LastStep { get; private set; }

    public byte[]? PendingEncrypted { get; private set; }

    public DateTimeOffset? PendingSince { get; private set; }

    /// <summary>In a row.</summary>
    public int WrongCodes { get; private set; }

    public DateTimeOffset? PausedUntil { get; private set; }

    public bool IsBlocked => WrongCodes >= WrongUntilBlocked;

    public bool HearsAt(DateTimeOffset now) => !IsBlocked && !(now < PausedUntil);

    public void Show(byte[] secretEncrypted, DateTimeOffset now) => (PendingEncrypted, PendingSince) = (secretEncrypted, now);

    /// <summary>The secret that was shown is the one that counts from now on.</summary>
    public void Confirm(long step, DateTimeOffset now)
    {
        (SecretEncrypted, ConfirmedAt, LastStep) = (PendingEncrypted, now, step);
        (PendingEncrypted, PendingSince) = (null, null);
        Forgive();
    }

    public void Take(long step)
    {
        LastStep = step;
        Forgive();
    }

    public void Forgive() => (WrongCodes, PausedUntil) = (0, null);

    public void Miss(DateTimeOffset now)
    {
        WrongCodes++;
        if (WrongCodes % WrongUntilPause == 0)
            PausedUntil = now + Pause;
    }
}

/// <summary>A code for whoever lost the telephone.</summary>
sealed class RecoveryCode
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    public required byte[] Hash { get; init; }

    public required int HashVersion { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public DateTimeOffset? UsedAt { get; private set; }

    public void Use(DateTimeOffset now) => UsedAt = now;
}

sealed class SecondFactorMapping : IEntityTypeConfiguration<SecondFactor>
{
    public void Configure(EntityTypeBuilder<SecondFactor> factor)
    {
        factor.ToTable("second_factors");
        factor.HasKey(f => f.AccountId);
        factor.Property(f => f.AccountId).ValueGeneratedNever();
        factor.Ignore(f => f.IsBlocked);
        factor.Property<uint>("xmin").IsRowVersion();
    }
}

sealed class RecoveryCodeMapping : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> code)
    {
        code.ToTable("recovery_codes");
        code.Property(c => c.Id).ValueGeneratedNever();

        // Of two who use it at once, the second save fails.
        code.Property<uint>("xmin").IsRowVersion();
    }
}
