using Gms.Portal.Languages;
using Gms.SocialSecurity.V1;

namespace Gms.Portal.SocialSecurityOffice;

/// <summary>Whose months of which scheme are explained, and which. Pure.</summary>
/// <param name="Worker">The worker number.</param>
/// <param name="Scheme">The scheme.</param>
/// <param name="First">The first month, 2026-01.</param>
/// <param name="Last">The last one, inclusive.</param>
sealed record MonthsSearch(string Worker, string Scheme, string First, string Last)
{
    /// <summary>The most months that one answer explains.</summary>
    const int Most = 120;

    /// <summary>The months of a membership from its first to its last or to today's; of a long one, the latest.</summary>
    public static MonthsSearch Since(Membership membership, DateOnly today)
    {
        var last = membership.ToDay is { } ended && ended.ToDay() < today ? ended.ToDay() : today;
        var began = membership.FromDay.ToDay();
        var first = began > last ? last : began;
        var earliest = new DateOnly(last.Year, last.Month, 1).AddMonths(1 - Most);
        return new(membership.WorkerNumber, membership.SchemeId, Text(first < earliest ? earliest : first), Text(last));
    }

    public ExplainMonthsRequest Asks() => new() { WorkerNumber = Worker, SchemeId = Scheme, FirstMonth = Days.ReadMonth(First), LastMonth = Days.ReadMonth(Last) };

    static string Text(DateOnly day) => Days.Text(day)[..7];
}
