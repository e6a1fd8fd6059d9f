using Gms.SocialSecurity.Memberships;
using Gms.SocialSecurity.Schemes;
using Gms.Type.V1;

namespace Gms.SocialSecurity.Portability;

/// <summary>The months of a worker in one scheme.</summary>
sealed record HeldMonths(Scheme Scheme, Months Months);

/// <summary>What one country makes of the months.</summary>
sealed record CountryMonths(Scheme Scheme, BranchRule Rule, int Own, int Together, int? Needed, Outcome Suffices, long SharePpm, IReadOnlyList<Agreement> Agreements);

/// <summary>
/// How months of several countries go together. Pure: whether two countries' months do is asked of a function, so that today's agreements, a future one and
/// the model are counted by the same rule.
/// </summary>
static class TotalisationRules
{
    /// <param name="branch">The branch.</param>
    /// <param name="held">The worker's months, one entry for each scheme.</param>
    /// <param name="day">The day: months before that of the day count.</param>
    /// <param name="joins">Whether a country adds the months of another, and by which agreement: (false, null) for no.</param>
    /// <param name="leastOwn">The months of its own without which a country adds none.</param>
    public static IEnumerable<CountryMonths> Of(Branch branch, IReadOnlyList<HeldMonths> held, DateOnly day, Func<string, string, (bool Joins, Agreement? By)> joins, int leastOwn = 1)
    {
        var before = Months.Index(day) - 1;
        var serving = held.Where(h => h.Scheme.Branches.Any(b => b.Branch == branch)).ToList();
        // One scheme for each country: the one with the most months of this branch.
        var best = serving.GroupBy(h => h.Scheme.Country).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.OrderByDescending(h => h.Months.CountIn(0, before)).ThenBy(h => h.Scheme.Id, StringComparer.Ordinal).First()).ToList();
        foreach (var own in best)
            yield return Country(own, own.Scheme.Branches.Single(b => b.Branch == branch), best, day, before, joins, leastOwn);
    }

    static CountryMonths Country(HeldMonths own, BranchRule rule, List<HeldMonths> all, DateOnly day, int before, Func<string, string, (bool Joins, Agreement? By)> joins, int leastOwn)
    {
        var months = own.Months;
        var agreements = new List<Agreement>();
        var ownCount = Count(own.Months, rule, before);
        var addedUp = ownCount;
        if (own.Months.CountIn(0, before) >= leastOwn)
            foreach (var other in all.Where(o => o != own))
                if (joins(own.Scheme.Country, other.Scheme.Country) is (true, var by))
                {
                    months = Months.Union([months, other.Months]);
                    addedUp += Count(other.Months, rule, before);
                    if (by is not null)
                        agreements.Add(by);
                }
        var together = Count(months, rule, before);
        var needed = rule.Qualifying?.MonthsOn(day);
        // A rule of low confidence neither grants nor denies.
        var suffices = needed is null || !rule.Evidence.MayBlock ? Outcome.Unknown : together >= needed ? Outcome.Pass : Outcome.Fail;
        return new(own.Scheme, rule, ownCount, together, needed, suffices, suffices == Outcome.Pass && together > 0 ? Share(ownCount, Math.Max(together, addedUp)) : 0, agreements);
    }

    /// <summary>In millionths. A month in two countries stands once for each in the whole, so that the shares of all never come to more than it.</summary>
    static long Share(int own, int whole) => own * 1_000_000L / whole;

    static int Count(Months months, BranchRule rule, int before) => rule.Qualifying switch
    {
        { Consecutive: true } => months.LongestRunUpTo(before),
        { WithinMonths: { } within } => months.CountIn(before - within + 1, before),
        _ => months.CountIn(0, before),
    };

    /// <summary>The agreement by which two countries add months on a day; null when there is none.</summary>
    public static Agreement? Between(string country, string other, DateOnly day, IEnumerable<Agreement> agreements) =>
        agreements.FirstOrDefault(a => a.Totalisation && a.Parties.Contains(country) && a.Parties.Contains(other) && (a.Evidence.From is not { } from || from <= day));

    /// <summary>Where it stands that two countries have none; null when nothing says it.</summary>
    public static Agreement? NoneBetween(string country, string other, IReadOnlyList<Agreement> agreements) =>
        None(agreements, a => a.Parties.Contains(country) && a.Parties.Contains(other))
            ?? None(agreements, a => (country == "CN" || other == "CN") && a.Parties.Contains("CN"))
            // It speaks of any two countries of the subregion, though its list of parties names only four.
            ?? None(agreements, a => a.Id == "GMS-NONE");

    static Agreement? None(IEnumerable<Agreement> agreements, Func<Agreement, bool> says) => agreements.FirstOrDefault(a => !a.Totalisation && says(a));
}
