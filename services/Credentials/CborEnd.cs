using System.Buffers.Binary;

namespace Gms.Credentials;

/// <summary>Tells a CBOR text whose end is missing from one that is broken otherwise, so that an officer knows whether to scan again.</summary>
static class CborEnd
{
    const int Deepest = 16;

    public static bool IsMissing(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        return !Skip(bytes, ref at, Deepest, out var broken) && !broken;
    }

    /// <summary>Goes past one value. False when it is broken or goes on beyond the end.</summary>
    static bool Skip(ReadOnlySpan<byte> bytes, ref int at, int depth, out bool broken)
    {
        broken = depth == 0;
        if (broken || at >= bytes.Length)
            return false;
        var kind = bytes[at] >> 5;
        var info = bytes[at++] & 31;
        broken = info > 27;    // indefinite lengths are not ours
        var width = info < 24 ? 0 : 1 << (info - 24);
        if (broken || at + width > bytes.Length)
            return false;
        var value = width switch
        {
            0 => (ulong)info,
            1 => bytes[at],
            2 => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]),
            4 => BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]),
            _ => BinaryPrimitives.ReadUInt64BigEndian(bytes[at..]),
        };
        at += width;
        if (kind is 2 or 3)
        {
            if (value > (ulong)(bytes.Length - at))
                return false;
            at += (int)value;
            return true;
        }
        var inner = kind switch { 4 => value, 5 => value > uint.MaxValue ? ulong.MaxValue : value * 2, 6 => 1UL, _ => 0UL };
        for (var i = 0UL; i < inner; i++)
            if (!Skip(bytes, ref at, depth - 1, out broken))
                return false;
        return true;
    }
}
