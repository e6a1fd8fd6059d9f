using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Gms.Platform;

/// <summary>
/// Encrypts one column's text (AES-256-GCM). The ciphertext names its key version and is bound to what it belongs to, so it cannot be moved to another row.
/// </summary>
public sealed class ColumnCipher(IKeys keys, ServiceIdentity service)
{
    const int Nonce = 12, Tag = 16, Version = 4;

    public byte[] Encrypt(string text, Guid owner)
    {
        var key = keys.CurrentSecret(KeyKind.Column, service.Client);
        var plain = Encoding.UTF8.GetBytes(text);
        var sealedText = new byte[Version + Nonce + Tag + plain.Length];
        BinaryPrimitives.WriteInt32BigEndian(sealedText, key.Version);
        var nonce = sealedText.AsSpan(Version, Nonce);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key.Bytes, Tag);
        aes.Encrypt(nonce, plain, sealedText.AsSpan(Version + Nonce + Tag), sealedText.AsSpan(Version + Nonce, Tag), owner.ToByteArray());
        return sealedText;
    }

    public string Decrypt(byte[] sealedText, Guid owner)
    {
        var key = keys.SecretVersion(KeyKind.Column, service.Client, BinaryPrimitives.ReadInt32BigEndian(sealedText));
        var plain = new byte[sealedText.Length - Version - Nonce - Tag];
        using var aes = new AesGcm(key.Bytes, Tag);
        aes.Decrypt(sealedText.AsSpan(Version, Nonce), sealedText.AsSpan(Version + Nonce + Tag), sealedText.AsSpan(Version + Nonce, Tag), plain, owner.ToByteArray());
        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>The keyed hash by which an encrypted value is found. The caller normalises first.</summary>
    public byte[] SearchHash(string normalised) => keys.CurrentSecret(KeyKind.Search, service.Client).Hash(Encoding.UTF8.GetBytes(normalised));
}
