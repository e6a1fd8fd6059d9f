using Gms.Registry.Corridors;

namespace Gms.Registry.Crossings;

/// <summary>How posts' clocks and reports are read: Data/crossings.json.</summary>
sealed record BorderPractice(int ClockSkewMinutes, int SameSideMinutes, int OtherSourceMinutes, int ArrivalDueDays)
{
    /// <summary>Clocks of posts differ; a crossing may be this far ahead of ours.</summary>
    public TimeSpan ClockSkew => TimeSpan.FromMinutes(ClockSkewMinutes);

    /// <summary>Two reports of one source so near are one crossing told twice.</summary>
    public TimeSpan SameSide => TimeSpan.FromMinutes(SameSideMinutes);

    /// <summary>Reports of different sources so near may be one crossing.</summary>
    public TimeSpan OtherSource => TimeSpan.FromMinutes(OtherSourceMinutes);

    public static BorderPractice Load() => DataFile.Read<BorderPractice>("crossings");
}
