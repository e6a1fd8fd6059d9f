using Gms.Platform;
using Gms.SocialSecurity.Memberships;

namespace Gms.SocialSecurity.Contributions;

/// <summary>To which membership a row of a filing belongs, and what must hold beside the rules of a single month. Pure.</summary>
static class FilingRules
{
    /// <summary>
    /// The membership of a row: of those through its employer the one that has the month on record, else the first that touches it. A row of
    /// another employer's worker finds none, so nobody can file for people who do not work there.
    /// </summary>
    /// <param name="filed">The row.</param>
    /// <param name="ofWorker">Every membership of the worker in the scheme, under whichever number.</param>
    /// <param name="hasMonth">Whether a membership has the month on record.</param>
    public static (Membership? Membership, Problem? Why) MembershipOf(Filed filed, IEnumerable<Membership> ofWorker, Func<Membership, bool> hasMonth)
    {
        List<Membership> standing = [.. ofWorker.Where(m => m.EndReason != MembershipEnd.RecordedInError).OrderBy(m => m.FromDay).ThenBy(m => m.Id)];
        if (standing.Count == 0)
            return (null, Problems.FilingNoMembership());
        List<Membership> through = [.. standing.Where(m => m.Employer == filed.Employer)];
        if (through.Count == 0)
            return (null, Problems.FilingOtherEmployer());
        // Where none touches the month the nearest is judged: its days say what is wrong.
        return (through.FirstOrDefault(hasMonth) ?? through.Find(m => m.Touches(filed.Month)) ?? through[^1], null);
    }

    /// <param name="filed">The row.</param>
    /// <param name="standing">What is on record for the month; null when nothing is.</param>
    public static IEnumerable<Problem> ToFile(Filed filed, Contribution? standing)
    {
        if (standing is null && filed.Correction)
            yield return Problems.FilingNothingToCorrect("correction");
        if (standing is not null && !filed.Correction)
            yield return Problems.FilingDiffers("correction");
    }
}
