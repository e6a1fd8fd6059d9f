using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Gms.Portal.Sessions;

/// <summary>
/// What one page tells the next in its address: worker numbers, what was typed, why it was refused. Sealed, so that neither the history of a browser nor a
/// log in between can read it; only the account that it was made for opens it, for as long as a session lasts (docs/decisions/0032).
/// </summary>
sealed class Sealed(IDataProtectionProvider protection, IHttpContextAccessor http)
{
    static readonly TimeSpan Lasts = TimeSpan.FromHours(8);

    public string Of<T>(T told)
    {
        using var small = new MemoryStream();
        using (var writer = new BrotliStream(small, CompressionLevel.Fastest))
            JsonSerializer.Serialize(writer, told);
        return WebEncoders.Base64UrlEncode(Protector.Protect(small.ToArray(), Lasts));
    }

    /// <summary>What was told; nothing where the address is another's, too old, or was written by hand.</summary>
    public T? Read<T>(string? address) where T : class
    {
        if (string.IsNullOrEmpty(address))
            return null;
        try
        {
            using var reader = new BrotliStream(new MemoryStream(Protector.Unprotect(WebEncoders.Base64UrlDecode(address))), CompressionMode.Decompress);
            return JsonSerializer.Deserialize<T>(reader);
        }
        catch (Exception notOurs) when (notOurs is CryptographicException or FormatException or JsonException or InvalidDataException)
        {
            return null;
        }
    }

    ITimeLimitedDataProtector Protector => protection.CreateProtector("address", http.HttpContext?.User.FindFirst("sub")?.Value ?? "").ToTimeLimitedDataProtector();
}
