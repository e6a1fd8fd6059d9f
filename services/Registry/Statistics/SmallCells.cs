using Gms.Registry.Corridors;

namespace Gms.Registry.Statistics;

/// <summary>Below which number a count is not told, and the age groups: Data/statistics.json.</summary>
sealed record SmallCells(int Threshold, IReadOnlyList<int> AgeGroupsFrom)
{
    public static SmallCells Load() => DataFile.Read<SmallCells>("statistics");

    /// <summary>0-17, 18-24 … 55+.</summary>
    public string AgeGroup(int index) =>
        index + 1 < AgeGroupsFrom.Count ? $"{AgeGroupsFrom[index]}-{AgeGroupsFrom[index + 1] - 1}" : $"{AgeGroupsFrom[index]}+";

    /// <summary>The group of somebody born on the one day, on the other.</summary>
    public string AgeGroupOf(DateOnly born, DateOnly day)
    {
        var age = day.Year - born.Year - (born.AddYears(day.Year - born.Year) > day ? 1 : 0);
        return AgeGroup(Math.Max(AgeGroupsFrom.Count(from => from <= age) - 1, 0));
    }
}
