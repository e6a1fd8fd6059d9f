using System.Security.Cryptography;
using System.Text;

namespace Gms.Portal.Complaints;

/// <summary>
/// The secret by which somebody who told a concern without signing in reads how it stands. It is shown once and is on record nowhere: the service has its
/// hash. It follows from the form's own number, as the request id does: a form that is sent again after a line broke is the same request with the same secret.
/// </summary>
static class ConcernSecret
{
    /// <summary>Digits and letters that are not taken for one another: 20 of them are 98 bits.</summary>
    const string Letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    const int Length = 20, Group = 4;

    /// <param name="form">The number of the form: random, and in nobody's hands but the reader's.</param>
    public static string Of(Guid form) => string.Join('-', Derived("secret", form).Take(Length).Select(b => Letters[b % Letters.Length]).Chunk(Group).Select(part => new string(part)));

    /// <summary>By which the service knows a repeat; from it nobody comes to the secret.</summary>
    public static string RequestOf(Guid form) => new Guid(Derived("request", form).AsSpan(0, 16)).ToString();

    /// <summary>As it was made, whatever a hand made of it: without spaces and dashes, in capitals.</summary>
    public static string Plain(string typed) => new([.. typed.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)]);

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Plain(secret))));

    static byte[] Derived(string what, Guid form) => SHA256.HashData(Encoding.UTF8.GetBytes($"{what} {form:N}"));
}
