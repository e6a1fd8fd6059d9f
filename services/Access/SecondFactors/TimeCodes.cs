using OtpNet;

namespace Gms.Access.SecondFactors;

/// <summary>Time-based codes as RFC 6238 describes them and every authenticator app makes them: SHA-1, six digits, 30 seconds. Pure.</summary>
static class TimeCodes
{
    public const int Digits = 6, Seconds = 30;

    /// <summary>As long as the hash (RFC 4226, 4: at least 128 bits, 160 are recommended).</summary>
    const int SecretBytes = 20;

    /// <summary>One step before and after (RFC 6238, 5.2): a telephone's clock may be half a minute off, and typing takes time.</summary>
    static readonly VerificationWindow Window = new(previous: 1, future: 1);

    public static byte[] NewSecret() => System.Security.Cryptography.RandomNumberGenerator.GetBytes(SecretBytes);

    /// <summary>The time step whose code this is; null where it is none of the steps that are taken now.</summary>
    public static long? StepOf(byte[] secret, string digits, DateTimeOffset now) =>
        digits.Length == Digits && new Totp(secret, Seconds, OtpHashMode.Sha1, Digits).VerifyTotp(now.UtcDateTime, digits, out var step, Window) ? step : null;

    /// <summary>The code of a moment, as the app shows it.</summary>
    public static string At(byte[] secret, DateTimeOffset moment) => new Totp(secret, Seconds, OtpHashMode.Sha1, Digits).ComputeTotp(moment.UtcDateTime);

    /// <summary>The secret as people type it into an app.</summary>
    public static string Text(byte[] secret) => Base32Encoding.ToString(secret).TrimEnd('=');

    public static byte[] Bytes(string text) => Base32Encoding.ToBytes(text);

    /// <summary>The address that an app reads from the QR code.</summary>
    public static string Address(byte[] secret, string registry, string account) =>
        $"otpauth://totp/{Uri.EscapeDataString(registry)}:{Uri.EscapeDataString(account)}?secret={Text(secret)}&issuer={Uri.EscapeDataString(registry)}&algorithm=SHA1&digits={Digits}&period={Seconds}";
}
