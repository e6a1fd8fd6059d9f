using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Gms.Platform;

/// <summary>AES-256-GCM in the one layout that is stored: key version, nonce, tag, ciphertext; bound to the id of what it belongs to.</summary>
static class Aead
{
    const int Nonce = 12, Tag = 16, Version = 4;

    public static byte[] Seal(ReadOnlySpan<byte> key, int version, ReadOnlySpan<byte> plain, Guid owner)
    {
        var text = new byte[Version + Nonce + Tag + plain.Length];
        BinaryPrimitives.WriteInt32BigEndian(text, version);
        var nonce = text.AsSpan(Version, Nonce);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, Tag);
        aes.Encrypt(nonce, plain, text.AsSpan(Version + Nonce + Tag), text.AsSpan(Version + Nonce, Tag), owner.ToByteArray());
        return text;
    }

    public static byte[] Open(ReadOnlySpan<byte> key, byte[] text, Guid owner)
    {
        var plain = new byte[text.Length - Version - Nonce - Tag];
        using var aes = new AesGcm(key, Tag);
        aes.Decrypt(text.AsSpan(Version, Nonce), text.AsSpan(Version + Nonce + Tag), text.AsSpan(Version + Nonce, Tag), plain, owner.ToByteArray());
        return plain;
    }

    public static int VersionOf(byte[] text) => BinaryPrimitives.ReadInt32BigEndian(text);
}
