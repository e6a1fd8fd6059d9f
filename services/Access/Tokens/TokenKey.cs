using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Access.Tokens;

/// <summary>Since when and until when a key signs. The key itself is a file.</summary>
sealed class TokenKey
{
    /// <summary>How long a key that no longer signs is still told: longer than any token it signed holds.</summary>
    public static readonly TimeSpan ToldAfterwards = TimeSpan.FromDays(1);

    public required int Version { get; init; }

    /// <summary>Its thumbprint (RFC 7638): `kid` in tokens.</summary>
    public required string KeyId { get; init; }

    public required DateTimeOffset SignsSince { get; init; }

    public DateTimeOffset? RetiredAt { get; init; }

    public bool IsToldAt(DateTimeOffset now) => RetiredAt is null || now < RetiredAt + ToldAfterwards;
}

sealed class TokenKeyMapping : IEntityTypeConfiguration<TokenKey>
{
    public void Configure(EntityTypeBuilder<TokenKey> key)
    {
        key.ToTable("token_keys");
        key.HasKey(k => k.Version);
        key.Property(k => k.Version).ValueGeneratedNever();
    }
}
