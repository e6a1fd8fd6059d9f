using Gms.SocialSecurity.Contributions;

namespace Gms.SocialSecurity.Memberships;

/// <summary>Whether a month counts. Same names and numbers as the proto.</summary>
enum MonthState
{
    Counts = 1,
    Short = 2,
    Unpaid = 3,
    NotPosted = 4,
    NoMembership = 5,
    Ahead = 6,
}

/// <summary>One month of a worker in a scheme.</summary>
/// <param name="Days">Days as a member, each once.</param>
/// <param name="NotPosted">Spells of this month through employers of whom nothing is posted.</param>
sealed record Explained(int Month, MonthState State, int Days, int Employers, int NotPosted);

/// <summary>Why a month counts or not, through however many employers and short spells. Pure.</summary>
static class MonthRules
{
    /// <param name="first">The first month.</param>
    /// <param name="last">The last one.</param>
    /// <param name="spells">The worker's memberships of one scheme, under every number, none recorded in error.</param>
    /// <param name="posted">What was posted for them in these months.</param>
    /// <param name="today">Today in the country of the scheme.</param>
    public static IEnumerable<Explained> Explain(int first, int last, IReadOnlyList<Membership> spells, IReadOnlyCollection<(Guid Membership, DateOnly Month, ContributionState State, bool Counts)> posted, DateOnly today)
    {
        var byMonth = posted.ToLookup(p => Months.Index(p.Month));
        for (var month = first; month <= last; month++)
        {
            var (from, to) = (Months.FirstDay(month), Months.FirstDay(month + 1).AddDays(-1));
            var within = spells.Where(s => s.FromDay <= to && (s.ToDay ?? to) >= from).ToList();
            var of = byMonth[month].ToList();
            // An employer files a month once, on one of the spells: what is posted for one is posted for all of that employer.
            var filedBy = spells.Where(s => of.Exists(p => p.Membership == s.Id)).Select(s => s.Employer).ToHashSet(StringComparer.Ordinal);
            var missing = within.Count(s => !filedBy.Contains(s.Employer));
            yield return new(month, StateOf(from, within, of, today), Days(within, from, to), within.Select(s => s.Employer).Distinct().Count(), missing);
        }
    }

    static MonthState StateOf(DateOnly from, List<Membership> within, List<(Guid Membership, DateOnly Month, ContributionState State, bool Counts)> posted, DateOnly today) => posted switch
    {
        _ when posted.Any(p => p.Counts) => MonthState.Counts,
        _ when from > today => MonthState.Ahead,
        _ when within.Count == 0 => MonthState.NoMembership,
        _ when posted.Any(p => p.State == ContributionState.Short) => MonthState.Short,
        { Count: > 0 } => MonthState.Unpaid,
        _ => MonthState.NotPosted,
    };

    static int Days(List<Membership> within, DateOnly from, DateOnly to)
    {
        var days = 0;
        for (var day = from; day <= to; day = day.AddDays(1))
            if (within.Any(s => s.FromDay <= day && (s.ToDay is not { } end || day <= end)))
                days++;
        return days;
    }
}
