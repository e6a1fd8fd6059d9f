using System.Security.Cryptography;

namespace Gms.Platform;

/// <summary>The five kinds of key. They never mix, and none is in PostgreSQL or its backup.</summary>
public enum KeyKind
{
    /// <summary>Signs access tokens.</summary>
    Token,

    /// <summary>Signs passes, certificates and statements, per issuing country.</summary>
    Credential,

    /// <summary>Signs audit seals, per service.</summary>
    Seal,

    /// <summary>Encrypts columns (document numbers, contact details), per service.</summary>
    Column,

    /// <summary>Hashes what must be found without being read, per service.</summary>
    Search,
}

/// <summary>Keys by kind and name, in versions; the highest is the current one. Files here, PKCS#11 later.</summary>
public interface IKeys
{
    /// <summary>The key to sign with now; made when there is none yet and the settings allow it.</summary>
    SigningKey Current(KeyKind kind, string name);

    SigningKey Version(KeyKind kind, string name, int version);

    IReadOnlyList<SigningKey> All(KeyKind kind, string name);

    /// <summary>The secret to encrypt or hash with now, 32 bytes.</summary>
    SecretKey CurrentSecret(KeyKind kind, string name);

    SecretKey SecretVersion(KeyKind kind, string name, int version);

    /// <summary>Every version of the secret, the newest first.</summary>
    IReadOnlyList<SecretKey> AllSecrets(KeyKind kind, string name);

    /// <summary>Adds a version, which is current from now on. Earlier ones still verify and decrypt.</summary>
    void Rotate(KeyKind kind, string name);
}

/// <summary>An ES256 key pair. What it signs names its version.</summary>
public sealed class SigningKey(int version, ECDsa key)
{
    public int Version { get; } = version;

    public ECDsa Key { get; } = key;

    public byte[] Sign(byte[] text) => Key.SignData(text, HashAlgorithmName.SHA256);

    public bool Verify(byte[] text, byte[] signature) => Key.VerifyData(text, signature, HashAlgorithmName.SHA256);
}

/// <summary>A symmetric key of 32 bytes.</summary>
public sealed class SecretKey(int version, byte[] bytes)
{
    public int Version { get; } = version;

    public ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>A keyed hash by which a value is found without being stored in the clear (HMAC-SHA-256).</summary>
    public byte[] Hash(ReadOnlySpan<byte> value) => HMACSHA256.HashData(bytes, value);
}
