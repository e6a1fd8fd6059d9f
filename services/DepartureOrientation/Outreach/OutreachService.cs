using Gms.Platform;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Outreach;

/// <summary>The calls of protos/gms/departure_orientation/v1/outreach.proto, one file each in this folder.</summary>
sealed partial class OutreachService(DepartureOrientationDb db, Call call, TimeProvider clock, SmallCells cells, Cohorts cohorts, StatedFigures stated) : Proto.Outreach.OutreachBase
{
    /// <summary>The full months of a year: of the present month nothing is told, since two answers of one month would tell who came between.</summary>
    (DateOnly From, DateOnly Before) Months(string country, int asked)
    {
        var today = clock.TodayIn(country);
        var year = Read.Number(asked == 0 ? today.Year : asked, "year", 2000, today.Year);
        var (from, thisMonth) = (new DateOnly(year, 1, 1), new DateOnly(today.Year, today.Month, 1));
        return (from, from.AddYears(1) < thisMonth ? from.AddYears(1) : thisMonth);
    }
}
