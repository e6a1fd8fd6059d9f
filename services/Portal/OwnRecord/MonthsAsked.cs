using Gms.SocialSecurity.V1;
using Gms.Type.V1;

namespace Gms.Portal.OwnRecord;

/// <summary>Which months a worker is shown: those of the memberships up to the last month that is over, two years at most. Pure.</summary>
static class MonthsAsked
{
    const int Most = 24;

    public static (Date First, Date Last) Of(IReadOnlyList<Membership> memberships, DateOnly today)
    {
        var last = Month(today).AddMonths(-1);
        if (memberships.All(m => m.ToDay is not null))
            last = Earlier(last, Month(memberships.Max(m => Shown.Day(m.ToDay))));
        var first = Month(memberships.Min(m => Shown.Day(m.FromDay)));
        last = last < first ? first : last;    // begun this month: it is shown as not over
        var earliest = last.AddMonths(1 - Most);
        return (ToProto(first < earliest ? earliest : first), ToProto(last));
    }

    static DateOnly Month(DateOnly day) => new(day.Year, day.Month, 1);

    static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    static Date ToProto(DateOnly month) => new() { Year = month.Year, Month = month.Month };
}
