using Types = Gms.Type.V1;

namespace Gms.DepartureOrientation.Outreach;

/// <summary>Below which number of people a count is not told: Data/reach.json.</summary>
sealed record SmallCells(int Threshold, Types.Confidence Confidence)
{
    public static SmallCells Load() => DataFile.Read<SmallCells>("reach");
}
