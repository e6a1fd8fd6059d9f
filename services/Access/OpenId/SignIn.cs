using System.Security.Cryptography;
using System.Text;
using Gms.Access.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Access.OpenId;

/// <summary>What a person's sign-in gave to one client: a code, and the refresh tokens that follow from it. Ending it ends them all.</summary>
sealed class SignIn
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    public Account? Account { get; init; }

    public required string ClientId { get; init; }

    /// <summary>The browser's session, which can hold sign-ins of several clients.</summary>
    public required Guid SessionId { get; init; }

    public required string Scope { get; init; }

    public required string? Nonce { get; init; }

    /// <summary>How the person has proved to be who they are: `amr` of the tokens.</summary>
    public required string[] Methods { get; set; }

    /// <summary>When the password was typed.</summary>
    public required DateTimeOffset SignedInAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    public DateTimeOffset? EndedAt { get; private set; }

    public SignInEnd? EndedWhy { get; private set; }

    public bool IsOpenAt(DateTimeOffset now) => EndedAt is null && now < EndsAt;

    public bool Has(string scope) => Scope.Split(' ').Contains(scope);

    public void End(DateTimeOffset now, SignInEnd why)
    {
        if (EndedAt is not null)
            return;
        EndedAt = now;
        EndedWhy = why;
    }
}

/// <summary>Why a sign-in ended before its time.</summary>
enum SignInEnd
{
    SignedOut,
    PasswordChanged,
    AccountLocked,

    /// <summary>By its owner, from another browser or for all at once.</summary>
    EndedByOwner,

    /// <summary>An administrator took the second factor away.</summary>
    SecondFactorReset,

    /// <summary>Somebody used a code a second time, or failed to prove that it was theirs: one of two has stolen it.</summary>
    CodeReused,

    /// <summary>A refresh token was used again later: one of two has stolen it.</summary>
    RefreshTokenReused,
}

/// <summary>An authorization code: one use, within a minute.</summary>
sealed class Code
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    public required byte[] Hash { get; init; }

    public required Guid SignInId { get; init; }

    public SignIn? SignIn { get; init; }

    public required string RedirectUri { get; init; }

    public required string CodeChallenge { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; private set; }

    public void Use(DateTimeOffset now) => UsedAt = now;
}

/// <summary>A refresh token: one use, which gives the next one.</summary>
sealed class RefreshToken
{
    /// <summary>
    /// Whoever never got the answer to its use asks again within this time, and pages that brought the same one to several Portals at once are one use. Nobody but
    /// the Portal can, by its secret: for a client that proves who it is a use again is no sign of a theft (RFC 9700, 4.14.2 demands rotation of others).
    /// </summary>
    public static readonly TimeSpan MayBeRepeatedFor = TimeSpan.FromMinutes(1);

    public required byte[] Hash { get; init; }

    public required Guid SignInId { get; init; }

    public SignIn? SignIn { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; private set; }

    public bool IsReusedAt(DateTimeOffset now) => UsedAt is { } used && now >= used + MayBeRepeatedFor;

    public void Use(DateTimeOffset now) => UsedAt ??= now;
}

/// <summary>Codes and refresh tokens are 256 random bits, so a plain hash is enough to find them by and to keep them safe.</summary>
static class Handle
{
    public static byte[] HashOf(string handle) => SHA256.HashData(Encoding.UTF8.GetBytes(handle));
}

sealed class SignInMapping : IEntityTypeConfiguration<SignIn>
{
    public void Configure(EntityTypeBuilder<SignIn> signIn)
    {
        signIn.ToTable("sign_ins");
        signIn.Property(s => s.Id).ValueGeneratedNever();
        signIn.Property(s => s.EndedWhy).HasConversion<string>();
        signIn.HasOne(s => s.Account).WithMany().HasForeignKey(s => s.AccountId);
    }
}

sealed class CodeMapping : IEntityTypeConfiguration<Code>
{
    public void Configure(EntityTypeBuilder<Code> code)
    {
        code.ToTable("codes");
        code.HasKey(c => c.Hash);
        code.HasOne(c => c.SignIn).WithMany().HasForeignKey(c => c.SignInId);

        // Of two who use it at once, the second save fails.
        code.Property<uint>("xmin").IsRowVersion();
    }
}

sealed class RefreshTokenMapping : IEntityTypeConfiguration<RefreshToken>
{
    public void Configure(EntityTypeBuilder<RefreshToken> token)
    {
        token.ToTable("refresh_tokens");
        token.HasKey(t => t.Hash);
        token.HasOne(t => t.SignIn).WithMany().HasForeignKey(t => t.SignInId);

        // Of two who use it at once, the second save fails, and the second asks again.
        token.Property<uint>("xmin").IsRowVersion();
    }
}
