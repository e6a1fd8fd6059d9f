using Gms.Credentials;
using Gms.SocialSecurity.Memberships;
using Gms.SocialSecurity.Schemes;

namespace Gms.SocialSecurity.Coverage;

/// <summary>What another country's office is told of a worker: insured or not on one day, the days, the months. Pure.</summary>
static class ConfirmationRules
{
    /// <param name="records">The worker's memberships.</param>
    /// <param name="schemes">The answering country's schemes; of others nothing is told.</param>
    /// <param name="day">The day asked about.</param>
    public static IEnumerable<AnsweredScheme> Of(IReadOnlyList<Insured> records, IEnumerable<Scheme> schemes, DateOnly day) =>
        from scheme in schemes.OrderBy(s => s.Id, StringComparer.Ordinal)
        let own = records.Where(r => r.Scheme == scheme.Id && r.From <= day).ToList()
        where own.Count > 0
        // The membership of the day, else the last one before it: what began later is not told.
        let last = own.Where(r => r.On(day)).MaxBy(r => r.To ?? DateOnly.MaxValue) ?? own.MaxBy(r => r.To)!
        let months = Months.Union(own.Select(r => r.Paid))
        select new AnsweredScheme(scheme.Id, Position.IsInsured(scheme, day, own, months), Position.Unbroken(own, last.From), last.To, months.CountIn(0, Months.Index(day) - 1));
}
