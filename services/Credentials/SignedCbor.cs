using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Security.Cryptography.Cose;

namespace Gms.Credentials;

/// <summary>
/// A signed CBOR text: COSE_Sign1 with ES256 (RFC 9052, RFC 9053). What it says of itself is read first and believed of nothing but which key to
/// try; which algorithm counts is ours to say, never the text's.
/// </summary>
public sealed record SignedCbor(byte[] Whole, bool IsSign1, long? Algorithm, byte[] KeyId, string Type, byte[] Payload)
{
    const long Es256 = -7;
    const int AlgorithmLabel = 1, KeyIdLabel = 4, TypeLabel = 16;

    /// <param name="payload">The content, a CBOR map of claims.</param>
    /// <param name="key">The private key.</param>
    /// <param name="type">What kind of text it is; empty for a pass, in which every byte counts.</param>
    public static byte[] Sign(byte[] payload, ECDsa key, string type = "")
    {
        var headers = new CoseHeaderMap { { CoseHeaderLabel.KeyIdentifier, CoseHeaderValue.FromBytes(PublicKey.Of(key).Id) } };
        if (type.Length > 0)
            headers.Add(new CoseHeaderLabel(TypeLabel), CoseHeaderValue.FromString(type));
        return CoseSign1Message.SignEmbedded(payload, new CoseSigner(key, HashAlgorithmName.SHA256, headers));
    }

    /// <summary>Reads without believing.</summary>
    /// <exception cref="CredentialException">It is not such a text, or its end is missing.</exception>
    public static SignedCbor Read(byte[] bytes)
    {
        if (CborEnd.IsMissing(bytes))
            throw new CredentialException(CredentialFault.Truncated);
        try
        {
            var reader = new CborReader(bytes);
            var tag = (CborTag)0;
            while (reader.PeekState() == CborReaderState.Tag)
                tag = reader.ReadTag();
            if (reader.ReadStartArray() != 4)
                throw new CredentialException(CredentialFault.Unreadable);
            var (algorithm, keyId, type) = Headers(reader.ReadByteString());
            reader.SkipValue();
            var payload = reader.ReadByteString();
            reader.ReadByteString();
            reader.ReadEndArray();
            return reader.BytesRemaining == 0
                ? new(bytes, tag is (CborTag)18 or 0, algorithm, keyId, type, payload)
                : throw new CredentialException(CredentialFault.Unreadable);
        }
        catch (Exception broken) when (broken is CborContentException or InvalidOperationException or OverflowException)
        {
            throw new CredentialException(CredentialFault.Unreadable);
        }
    }

    /// <summary>Refuses what is not signed at all, or in another way than ours.</summary>
    public void MustBeEs256()
    {
        if (Algorithm is null or 0)
            throw new CredentialException(CredentialFault.Unsigned);
        if (Algorithm != Es256 || !IsSign1)
            throw new CredentialException(CredentialFault.Algorithm);
    }

    public bool IsSignedBy(PublicKey key)
    {
        MustBeEs256();
        using var ecdsa = key.ToECDsa();
        try
        {
            return CoseMessage.DecodeSign1(Whole).VerifyEmbedded(ecdsa);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>Only what is signed counts: the headers beside it can be changed by anybody.</summary>
    static (long? Algorithm, byte[] KeyId, string Type) Headers(byte[] signed)
    {
        long? algorithm = null;
        byte[] keyId = [];
        var type = "";
        if (signed.Length == 0)
            return (algorithm, keyId, type);
        var reader = new CborReader(signed);
        reader.ReadStartMap();
        while (reader.PeekState() != CborReaderState.EndMap)
        {
            var label = reader.PeekState() is CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger ? reader.ReadInt64() : Skipped(reader);
            if (label == AlgorithmLabel && reader.PeekState() is CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger)
                algorithm = reader.ReadInt64();
            else if (label == KeyIdLabel)
                keyId = reader.ReadByteString();
            else if (label == TypeLabel && reader.PeekState() == CborReaderState.TextString)
                type = reader.ReadTextString();
            else
                reader.SkipValue();
        }
        reader.ReadEndMap();
        return reader.BytesRemaining == 0 ? (algorithm, keyId, type) : throw new CredentialException(CredentialFault.Unreadable);
    }

    static long Skipped(CborReader reader)
    {
        reader.SkipValue();
        return long.MinValue;
    }

    public bool Equals(SignedCbor? other) => other is not null && Whole.AsSpan().SequenceEqual(other.Whole);

    public override int GetHashCode() => Whole.Length;
}
