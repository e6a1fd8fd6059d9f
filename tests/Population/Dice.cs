namespace Gms.Population;

/// <summary>Seeded random numbers (SplitMix64), the same on every machine and runtime.</summary>
public sealed class Dice(ulong seed)
{
    ulong _state = seed;

    /// <summary>Dice of one person of a population: people can be made in any order.</summary>
    public static Dice Of(int seed, long index) => new(Mix(((ulong)seed * 0x9E3779B97F4A7C15UL) ^ Mix((ulong)index)));

    public double Next() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    public int Next(int below) => (int)(Next() * below);

    public bool Is(double probability) => Next() < probability;

    ulong NextBits() => Mix(_state += 0x9E3779B97F4A7C15UL);

    static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9UL;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBUL;
        return bits ^ (bits >> 31);
    }
}
