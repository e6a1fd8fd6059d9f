using System.Text;

namespace Gms.Platform;

/// <summary>
/// Encrypts one column's text (AES-256-GCM). The ciphertext names its key version and is bound to what it belongs to, so it cannot be moved to another row.
/// </summary>
public sealed class ColumnCipher(IKeys keys, ServiceIdentity service)
{
    public byte[] Encrypt(string text, Guid owner)
    {
        var key = keys.CurrentSecret(KeyKind.Column, service.Client);
        return Aead.Seal(key.Bytes, key.Version, Encoding.UTF8.GetBytes(text), owner);
    }

    public string Decrypt(byte[] sealedText, Guid owner) =>
        Encoding.UTF8.GetString(Aead.Open(keys.SecretVersion(KeyKind.Column, service.Client, Aead.VersionOf(sealedText)).Bytes, sealedText, owner));

    /// <summary>The keyed hash under which an encrypted value is stored now. The caller normalises first.</summary>
    public SearchHash SearchHash(string normalised) => Hashed(keys.CurrentSecret(KeyKind.Search, service.Client), normalised);

    /// <summary>The value's hash under every key version, the newest first: rows hashed before a rotation are found until they are hashed anew.</summary>
    public IReadOnlyList<SearchHash> SearchHashes(string normalised) =>
        [.. keys.AllSecrets(KeyKind.Search, service.Client).Select(key => Hashed(key, normalised))];

    /// <summary>The version of the key that hashes now.</summary>
    public int SearchVersion => keys.CurrentSecret(KeyKind.Search, service.Client).Version;

    static SearchHash Hashed(SecretKey key, string normalised) => new(key.Hash(Encoding.UTF8.GetBytes(normalised)), key.Version);
}

/// <summary>A keyed hash and the version of the key that made it; the two are stored side by side.</summary>
public sealed record SearchHash(byte[] Bytes, int Version);
