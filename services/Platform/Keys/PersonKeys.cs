using System.Security.Cryptography;
using System.Text;

namespace Gms.Platform;

/// <summary>
/// A column key for each person, stored with the person and wrapped by the service's column key: destroying that one value
/// makes everything encrypted for the person unreadable. Why, and what of backups: docs/decisions/0008-a-key-for-each-person.md.
/// </summary>
public sealed class PersonKeys(IKeys keys, ServiceIdentity service, ColumnCipher column)
{
    /// <summary>The version of the column key that wraps now.</summary>
    public int Version => keys.CurrentSecret(KeyKind.Column, service.Client).Version;

    /// <summary>A key for a new person, as it is stored.</summary>
    public WrappedKey New(Guid person) => Wrap(RandomNumberGenerator.GetBytes(32), person);

    /// <summary>As <see cref="New(Guid)"/>, and what encrypts with it.</summary>
    public WrappedKey New(Guid person, out PersonCipher cipher)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        cipher = new(key, column);
        return Wrap(key, person);
    }

    /// <summary>The same key under the current column key, after a rotation.</summary>
    public WrappedKey Renewed(byte[] wrapped, Guid person) => Wrap(Unwrap(wrapped, person), person);

    /// <summary>What reads and writes a person's encrypted columns. Without a key (destroyed) nothing is readable.</summary>
    public PersonCipher Open(byte[]? wrapped, Guid person) => new(wrapped is null ? null : Unwrap(wrapped, person), column);

    WrappedKey Wrap(byte[] plain, Guid person)
    {
        var key = keys.CurrentSecret(KeyKind.Column, service.Client);
        return new(Aead.Seal(key.Bytes, key.Version, plain, person), key.Version);
    }

    byte[] Unwrap(byte[] wrapped, Guid person) =>
        Aead.Open(keys.SecretVersion(KeyKind.Column, service.Client, Aead.VersionOf(wrapped)).Bytes, wrapped, person);
}

/// <summary>A person's key as it is stored, and the version of the column key that wraps it.</summary>
public sealed record WrappedKey(byte[] Bytes, int Version);

/// <summary>Encrypts what belongs to one person, each value bound to its own row.</summary>
public sealed class PersonCipher
{
    /// <summary>Stands where the column key's version would: this text is under the person's own key.</summary>
    const int OwnKey = 0;

    readonly byte[]? _key;
    readonly ColumnCipher _column;

    internal PersonCipher(byte[]? key, ColumnCipher column) => (_key, _column) = (key, column);

    public byte[] Encrypt(string text, Guid owner) =>
        Aead.Seal(_key ?? throw new InvalidOperationException("The person's key was destroyed."), OwnKey, Encoding.UTF8.GetBytes(text), owner);

    public byte[]? EncryptOptional(string? text, Guid owner) => text is null ? null : Encrypt(text, owner);

    /// <summary>The text; null for no text, and when the person's key was destroyed.</summary>
    public string? Decrypt(byte[]? sealedText, Guid owner) => sealedText switch
    {
        null => null,
        _ when Aead.VersionOf(sealedText) != OwnKey => _column.Decrypt(sealedText, owner),    // written before persons had keys of their own
        _ => _key is null ? null : Encoding.UTF8.GetString(Aead.Open(_key, sealedText, owner)),
    };
}
