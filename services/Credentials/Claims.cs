using System.Formats.Cbor;

namespace Gms.Credentials;

/// <summary>Writes and reads a CBOR map of claims. The numbers are those of the IANA registry for CWT; ours stand in one map under a private number.</summary>
static class Claims
{
    public const int Issuer = 1, Subject = 2, Expires = 4, NotBefore = 5, IssuedAt = 6, Id = 7, TimeToLive = 65534, StatusList = 65533, Status = 65535;

    /// <summary>Below -65536 a number is for private use.</summary>
    public const int Ours = -65537;

    public static byte[] Write(Action<CborWriter> claims)
    {
        var writer = new CborWriter(CborConformanceMode.Strict, convertIndefiniteLengthEncodings: true);
        writer.WriteStartMap(null);
        claims(writer);
        writer.WriteEndMap();
        return writer.Encode();
    }

    public static void Text(this CborWriter writer, int claim, string? value)
    {
        if (value is not { Length: > 0 })
            return;
        writer.WriteInt32(claim);
        writer.WriteTextString(value);
    }

    public static void Number(this CborWriter writer, int claim, long? value)
    {
        if (value is not { } number)
            return;
        writer.WriteInt32(claim);
        writer.WriteInt64(number);
    }

    public static void Time(this CborWriter writer, int claim, DateTimeOffset? value) => writer.Number(claim, value?.ToUnixTimeSeconds());

    public static void Bytes(this CborWriter writer, int claim, byte[]? value)
    {
        if (value is not { Length: > 0 })
            return;
        writer.WriteInt32(claim);
        writer.WriteByteString(value);
    }

    public static void Map(this CborWriter writer, int claim, Action<CborWriter> inner)
    {
        writer.WriteInt32(claim);
        writer.WriteStartMap(null);
        inner(writer);
        writer.WriteEndMap();
    }

    /// <summary>Which status list, and which bit of it, tells whether this was revoked.</summary>
    public static void StatusOf(this CborWriter writer, string uri, int index) => writer.Map(Status, status =>
    {
        status.WriteTextString("status_list");
        status.WriteStartMap(2);
        status.WriteTextString("idx");
        status.WriteInt32(index);
        status.WriteTextString("uri");
        status.WriteTextString(uri);
        status.WriteEndMap();
    });

    /// <returns>The list's name, null when none is named, and the bit.</returns>
    public static (string? Uri, int Index) ReadStatus(this CborReader value)
    {
        (string? uri, var index) = (null, 0);
        value.ReadStartMap();
        while (value.PeekState() != CborReaderState.EndMap)
        {
            if (value.ReadTextString() != "status_list")
            {
                value.SkipValue();
                continue;
            }
            value.ReadStartMap();
            while (value.PeekState() != CborReaderState.EndMap)
                switch (value.ReadTextString())
                {
                    case "idx":
                        index = value.ReadInt32();
                        break;
                    case "uri":
                        uri = value.ReadTextString();
                        break;
                    default:
                        value.SkipValue();
                        break;
                }
            value.ReadEndMap();
        }
        value.ReadEndMap();
        return (uri, index);
    }

    /// <summary>Goes through a map; what the reader does not know it skips, so that later passes may say more.</summary>
    public static void Read(CborReader reader, Action<long, CborReader> claim)
    {
        reader.ReadStartMap();
        while (reader.PeekState() != CborReaderState.EndMap)
            claim(reader.ReadInt64(), reader);
        reader.ReadEndMap();
    }

    public static DateTimeOffset ReadTime(this CborReader reader) => DateTimeOffset.FromUnixTimeSeconds(reader.ReadInt64());

    /// <summary>Reads a signed payload; anything that is not as we write it is unreadable, never a crash.</summary>
    public static T Parse<T>(byte[] payload, Func<CborReader, T> read)
    {
        try
        {
            return read(new(payload));
        }
        catch (Exception broken) when (broken is CborContentException or InvalidOperationException or OverflowException or ArgumentException or FormatException)
        {
            throw new CredentialException(CredentialFault.Unreadable);
        }
    }
}
