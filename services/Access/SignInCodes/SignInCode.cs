using System.Globalization;
using System.Security.Cryptography;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.Access.SignInCodes;

/// <summary>How a code reaches its worker.</summary>
enum SignInCodeKind
{
    /// <summary>By message, for ten minutes.</summary>
    Sent,

    /// <summary>On paper from an office, for three days.</summary>
    Printed,
}

/// <summary>A code of digits with which a worker signs in once. What is kept is its keyed hash: six digits would be found from a plain one.</summary>
sealed class SignInCode
{
    public static readonly TimeSpan SentLifetime = TimeSpan.FromMinutes(10), PrintedLifetime = TimeSpan.FromDays(3);

    /// <summary>NIST SP 800-63B (5.1.3.2) wants at least six digits and few guesses.</summary>
    public const int SentDigits = 6, PrintedDigits = 10;

    /// <summary>
    /// Wrong guesses that kill a sent one. A printed one they do not, else whoever knows the number could. What one process hears about one number
    /// (<see cref="Pages.SignInLimits.PerNameAndMinute"/>) is 43,200 guesses in three days at one of ten thousand million: one chance in 230,000.
    /// </summary>
    public const int SentGuesses = 5;

    public required Guid Id { get; init; }

    /// <summary>As it was typed or given; perhaps nobody's.</summary>
    public required string WorkerNumber { get; init; }

    public required SignInCodeKind Kind { get; init; }

    public required byte[] Hash { get; init; }

    public required int HashVersion { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The account that had it printed; empty where the worker asked.</summary>
    public required string MadeBy { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was first handed to a sender, or printed. Until then it opens nothing: a code for a number that nobody has never goes out.</summary>
    public DateTimeOffset? GivenAt { get; set; }

    /// <summary>At a sent one; those at a printed one are in the audit only.</summary>
    public int WrongGuesses { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }

    public void GuessedWrong()
    {
        if (Kind == SignInCodeKind.Sent)
            WrongGuesses++;
    }

    public void Use(DateTimeOffset now) => UsedAt = now;

    public bool Is(string digits, ColumnCipher cipher) =>
        cipher.SearchHashes(Hashed(Id, digits)).Any(h => h.Version == HashVersion && CryptographicOperations.FixedTimeEquals(h.Bytes, Hash));

    public static (SignInCode Code, string Digits) Make(string number, SignInCodeKind kind, string madeBy, DateTimeOffset now, ColumnCipher cipher)
    {
        var id = Guid.CreateVersion7();
        var digits = RandomNumberGenerator.GetString("0123456789", kind == SignInCodeKind.Sent ? SentDigits : PrintedDigits);
        var hash = cipher.SearchHash(Hashed(id, digits));
        return (new()
        {
            Id = id,
            WorkerNumber = number,
            Kind = kind,
            Hash = hash.Bytes,
            HashVersion = hash.Version,
            MadeAt = now,
            MadeBy = madeBy,
            ExpiresAt = now + (kind == SignInCodeKind.Sent ? SentLifetime : PrintedLifetime),
        }, digits);
    }

    /// <summary>The digits of what somebody typed, in whatever script a telephone writes them; spaces and hyphens are left out.</summary>
    public static string DigitsOf(string typed) =>
        string.Concat(typed.Select(c => CharUnicodeInfo.GetDecimalDigitValue(c)).Where(value => value >= 0).Select(value => value.ToString(CultureInfo.InvariantCulture)));

    static string Hashed(Guid id, string digits) => $"sign-in-code:{id:N}:{digits}";
}

sealed class SignInCodeMapping : IEntityTypeConfiguration<SignInCode>
{
    public void Configure(EntityTypeBuilder<SignInCode> code)
    {
        code.ToTable("sign_in_codes");
        code.Property(c => c.Id).ValueGeneratedNever();
        code.Property(c => c.Kind).HasConversion<string>();
        code.Property(c => c.WorkerNumber).HasMaxLength(14);
    }
}
