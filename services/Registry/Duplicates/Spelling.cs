namespace Gms.Registry.Duplicates;

/// <summary>Slips of the keyboard.</summary>
static class Spelling
{
    const int LeastLength = 5;

    /// <summary>One letter more, less or other, or two neighbours exchanged. Of a short word every slip is another name.</summary>
    public static bool IsOneSlip(string one, string other)
    {
        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        if (longer.Length - shorter.Length > 1 || shorter.Length < LeastLength - 1 || longer.Length < LeastLength || one == other)
            return false;

        var start = 0;
        while (start < shorter.Length && shorter[start] == longer[start])
            start++;
        if (shorter.Length < longer.Length)
            return shorter.AsSpan(start).SequenceEqual(longer.AsSpan(start + 1));
        return shorter.AsSpan(start + 1).SequenceEqual(longer.AsSpan(start + 1))
            || (start + 1 < shorter.Length && shorter[start] == longer[start + 1] && shorter[start + 1] == longer[start] && shorter.AsSpan(start + 2).SequenceEqual(longer.AsSpan(start + 2)));
    }
}
