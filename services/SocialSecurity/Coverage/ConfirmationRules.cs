using Gms.Credentials;
using Gms.SocialSecurity.Memberships;

namespace Gms.SocialSecurity.Coverage;

/// <summary>What another country's office is told of a worker: insured or not on one day, the days, the months. Pure.</summary>
static class ConfirmationRules
{
    /// <param name="records">The worker's memberships of the answering country's schemes.</param>
    /// <param name="day">The day asked about.</param>
    public static IEnumerable<AnsweredScheme> Of(IEnumerable<Insured> records, DateOnly day) =>
        from own in records.Where(r => r.From <= day).GroupBy(r => r.Scheme).OrderBy(g => g.Key, StringComparer.Ordinal)
        let insured = own.Any(r => r.On(day))
        // The membership of the day, else the last one before it: what began later is not told.
        let last = insured ? own.Where(r => r.On(day)).OrderByDescending(r => r.To ?? DateOnly.MaxValue).First() : own.MaxBy(r => r.To)!
        let months = Months.Union(own.Select(r => r.Paid))
        select new AnsweredScheme(own.Key, insured, Position.Unbroken([.. own], last.From), last.To, months.CountIn(0, Months.Index(day) - 1));
}
