namespace Gms.DepartureOrientation.ActionPlans;

/// <summary>A computed figure, or why there is none.</summary>
/// <param name="Value">In the figure's unit; null when it is unknown.</param>
/// <param name="Counted">Of a share: how many of …</param>
/// <param name="Of">… how many there are.</param>
/// <param name="UnknownBecause">Null when it is known.</param>
/// <param name="Source">Who was asked for what.</param>
sealed record Figure(decimal? Value, long? Counted, long? Of, string? UnknownBecause, string Source)
{
    public static Figure Number(decimal value, string source) => new(value, null, null, null, source);

    /// <summary>A number of people: one so small that it could tell of somebody is not told.</summary>
    public static Figure People(long count, int threshold, string source) =>
        count > 0 && count < threshold ? Unknown($"Fewer than {threshold}: not told.", source) : Number(count, source);

    public static Figure Share(long counted, long of, string source) =>
        of == 0 ? Unknown("There is nothing of which a share could be taken.", source) : new(decimal.Round(100m * counted / of, 2), counted, of, null, source);

    public static Figure Unknown(string because, string source) => new(null, null, null, because, source);
}
