using Gms.Registry.Corridors;

namespace Gms.Registry.Crossings;

/// <summary>How posts' clocks and reports are read: Data/crossings.json.</summary>
sealed record BorderPractice(int ClockSkewMinutes, int SameSideMinutes, int OtherSourceMinutes, int ArrivalDueDays, int RemindDaysBefore, int RemindFromStayDays)
{
    /// <summary>Clocks of posts differ; a crossing may be this far ahead of ours.</summary>
    public TimeSpan ClockSkew => TimeSpan.FromMinutes(ClockSkewMinutes);

    /// <summary>Two reports of one source so near are one crossing told twice.</summary>
    public TimeSpan SameSide => TimeSpan.FromMinutes(SameSideMinutes);

    /// <summary>Reports of different sources so near may be one crossing.</summary>
    public TimeSpan OtherSource => TimeSpan.FromMinutes(OtherSourceMinutes);

    /// <summary>The day on which a worker is reminded that a stay ends: some days before, never before two thirds of it are over. Null for a short stay, whose end everybody knows.</summary>
    public DateOnly? RemindOn(DateOnly arrived, DateOnly until) =>
        until.DayNumber - arrived.DayNumber is var days && days < RemindFromStayDays ? null : until.AddDays(-Math.Min(RemindDaysBefore, days / 3));

    public static BorderPractice Load() => DataFile.Read<BorderPractice>("crossings");
}
