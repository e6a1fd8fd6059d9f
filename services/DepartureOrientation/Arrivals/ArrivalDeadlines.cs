using Types = Gms.Type.V1;

namespace Gms.DepartureOrientation.Arrivals;

/// <summary>What arrivals.json says: within how many days after arrival a country's newcomers are to be oriented.</summary>
public sealed class ArrivalDeadlines
{
    readonly IReadOnlyList<ArrivalDeadline> _rows;

    public ArrivalDeadlines(IReadOnlyList<ArrivalDeadline> rows) => _rows = rows;

    public static ArrivalDeadlines Load() => new(DataFile.Read<Rows>("arrivals").Deadlines);

    /// <summary>The row in force on the day of arrival: the country's own before the one for every country.</summary>
    public ArrivalDeadline Of(string country, DateOnly day) =>
        _rows.Where(r => (r.Country == country || r.Country == "*") && (r.EffectiveFrom is not { } from || from <= day) && (r.EffectiveTo is not { } to || day <= to))
            .OrderByDescending(r => r.Country == country).ThenByDescending(r => r.EffectiveFrom).First();

    sealed record Rows(IReadOnlyList<ArrivalDeadline> Deadlines);
}

/// <summary>Within how many days after arrival.</summary>
/// <param name="Country">ISO 3166-1 alpha-2; * for every country without a row of its own.</param>
/// <param name="Days">The last day is the day of arrival and so many after it.</param>
public sealed record ArrivalDeadline(string Country, int Days, string Source, Types.Confidence Confidence, DateOnly? EffectiveFrom, DateOnly? EffectiveTo);
