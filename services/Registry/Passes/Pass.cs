using Gms.Credentials;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Registry.Passes;

/// <summary>Why a pass was revoked.</summary>
public enum RevocationReason
{
    /// <summary>The departure is no longer cleared.</summary>
    NoLongerCleared,

    /// <summary>Another pass took its place.</summary>
    Reissued,

    ByOfficer,
}

/// <summary>A departure pass as it was issued. It is revoked, never changed: what stands on the worker's paper stays what was signed.</summary>
public sealed class Pass
{
    public required Guid Id { get; init; }

    public required Guid DepartureId { get; init; }

    /// <summary>The number that stands on the pass: after a merge the survivor's.</summary>
    public required string WorkerNumber { get; init; }

    /// <summary>The country that issued it: the departure's origin.</summary>
    public required string Country { get; init; }

    public required int StatusList { get; init; }

    public required int StatusIndex { get; init; }

    /// <summary>The version of the country's key that signed it.</summary>
    public required int KeyVersion { get; init; }

    /// <summary>The text under the person's own key; null when the person was erased.</summary>
    public byte[]? TextEncrypted { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public required DateTimeOffset NotBefore { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public RevocationReason? RevocationReason { get; private set; }

    /// <summary>The officer's account; null when a changed fact revoked it.</summary>
    public string? RevokedBy { get; private set; }

    public string? RevocationNote { get; private set; }

    public string StatusUri => Credentials.StatusList.UriOf(Country, StatusList);

    public void Revoke(RevocationReason reason, DateTimeOffset now, string? officer = null, string? note = null) =>
        (RevokedAt, RevocationReason, RevokedBy, RevocationNote) = (now, reason, officer, note);
}

sealed class PassMapping : IEntityTypeConfiguration<Pass>
{
    public void Configure(EntityTypeBuilder<Pass> pass)
    {
        pass.ToTable("passes");
        pass.Property(p => p.Id).ValueGeneratedNever();
        pass.Property(p => p.RevocationReason).HasConversion<string>();
        pass.Ignore(p => p.StatusUri);

        // Known here so that the pass in force is revoked before the next one is inserted.
        pass.HasIndex(p => p.DepartureId).IsUnique().HasFilter("revoked_at IS NULL");

        // An officer and the timer revoke at once: the second save fails instead of overwriting.
        pass.Property<uint>("xmin").IsRowVersion();
    }
}

/// <summary>A country's key that signs passes: its public half, and what became of it.</summary>
public sealed class PassKey
{
    public required string Country { get; init; }

    public required int Version { get; init; }

    public required byte[] X { get; init; }

    public required byte[] Y { get; init; }

    public required DateTimeOffset ValidFrom { get; init; }

    public DateTimeOffset? RetiredAt { get; set; }

    public DateTimeOffset? CompromisedSince { get; set; }

    public TrustedKey Trusted => new(Country, new(X, Y), ValidFrom, RetiredAt, CompromisedSince);
}

sealed class PassKeyMapping : IEntityTypeConfiguration<PassKey>
{
    public void Configure(EntityTypeBuilder<PassKey> key)
    {
        key.ToTable("pass_keys");
        key.HasKey(k => new { k.Country, k.Version });
        key.Property(k => k.Version).ValueGeneratedNever();
        key.Ignore(k => k.Trusted);
    }
}
