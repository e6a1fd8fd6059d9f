using System.Buffers.Binary;

namespace Gms.Registry.Duplicates;

/// <summary>
/// A document as one number: the first 48 bits of the number's keyed hash, below 14 bits of its kind and issuer and two bits of what the kind is worth.
/// </summary>
readonly record struct DocumentMark(long Value)
{
    const long Weak = 1L << 62, OnePerPerson = 1L << 61, NumberBits = (1L << 48) - 1, KindBits = ((1L << 13) - 1) << 48;

    public static DocumentMark Of(string kind, string issuer, byte[] numberHash, bool weak, bool onePerPerson) => new(
        (weak ? Weak : 0) | (onePerPerson ? OnePerPerson : 0)
        | (MatchKeys.Hash($"{kind}|{issuer}") << 48 & KindBits) | (BinaryPrimitives.ReadInt64BigEndian(numberHash) >> 16 & NumberBits));

    public long Number => Value & NumberBits;

    public bool IsWeak => (Value & Weak) != 0;

    public bool IsOnePerPerson => (Value & OnePerPerson) != 0;

    public bool IsSameKindAs(DocumentMark other) => (Value & KindBits) == (other.Value & KindBits);
}
