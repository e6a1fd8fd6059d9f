using Gms.Platform;
using Gms.SocialSecurity.Schemes;

namespace Gms.SocialSecurity.Memberships;

/// <summary>What must hold for a membership to begin or end. Pure: every fact that a rule weighs is an argument.</summary>
static class MembershipRules
{
    /// <param name="membership">The membership to begin.</param>
    /// <param name="scheme">Its scheme.</param>
    /// <param name="born">The birth date; null when it is not known.</param>
    /// <param name="job">The work by which it is due.</param>
    /// <param name="own">What else the worker has in schemes of the country, under every number of the worker.</param>
    /// <param name="today">Today in the country of the scheme.</param>
    public static IEnumerable<Problem> ToStart(Membership membership, Scheme scheme, PartialDate? born, Job job, IReadOnlyList<Membership> own, DateOnly today)
    {
        foreach (var problem in SpellRules.ToStart(membership, scheme, own))
            yield return problem;
        if (!scheme.InOperation)
            yield return Problems.SchemeNotInOperation(scheme.Id, scheme.Evidence.Text);
        else if (!scheme.ExistsOn(membership.FromDay) && scheme.Evidence is { From: { } begins, MayBlock: true })
            yield return Problems.BeforeScheme(begins, scheme.Evidence.Text);

        if (membership.FromDay > today.AddYears(1))
            yield return Problems.TooFarAhead(today.AddYears(1), "from_day");
        if (membership.ToDay < membership.FromDay)
            yield return Problems.EndsBeforeStart("to_day");

        foreach (var problem in WithinTheCard(membership, scheme, membership.ToDay ?? DateOnly.MaxValue, "to_day"))
            yield return problem;

        if (born is { } birth)
        {
            if (membership.FromDay < birth.Earliest)
                yield return Problems.BeforeBirth();
            // A birth date known in part is read in the worker's favour.
            else if (scheme.EntryAge is { Evidence.MayBlock: true } age
                     && (membership.FromDay < birth.Earliest.AddYears(age.From) || membership.FromDay >= birth.Latest.AddYears(age.To + 1)))
                yield return Problems.AgeOutside(age.From, age.To, age.Evidence.Text);
        }

        var rule = scheme.Enrolment.For(job);
        if (rule.Standing == Standing.Excluded && rule.Evidence.MayBlock && !job.PresumesFor(rule))
            yield return Problems.EmploymentExcluded(rule.Text, rule.Evidence.Text);
        if (membership.Employer.Length == 0 && rule is { Standing: Standing.Compulsory, Enroller: Enroller.Employer })
            yield return Problems.EmployerMissing();
    }

    public static IEnumerable<Problem> ToEnd(Membership membership, Scheme scheme, DateOnly lastDay, MembershipEnd reason, DateOnly today)
    {
        foreach (var problem in WithinTheCard(membership, scheme, lastDay, "last_day"))
            yield return problem;
        // What ended in good faith may turn out later to be another person's.
        if (membership is { EndReason: { } already, ToDay: { } ended } && (reason != MembershipEnd.RecordedInError || already == MembershipEnd.RecordedInError))
            yield return Problems.AlreadyEnded(ended);
        if (lastDay < membership.FromDay)
            yield return Problems.EndsBeforeStart("last_day");
        if (lastDay > today.AddYears(1))
            yield return Problems.TooFarAhead(today.AddYears(1), "last_day");

        // A membership recorded in error takes its months with it; any other end must not lie before a month that was paid.
        if (reason != MembershipEnd.RecordedInError && Months.Of(membership.PaidMonths).Last is { } latest && latest > Months.Index(lastDay))
            yield return Problems.MonthsAfterEnd(Months.FirstDay(latest));
    }

    /// <summary>A card holds for the months for which it was paid, and no day longer.</summary>
    static IEnumerable<Problem> WithinTheCard(Membership membership, Scheme scheme, DateOnly lastDay, string field)
    {
        if (scheme.LongestCard(membership.FromDay) is { } months && membership.FromDay.AddMonths(months).AddDays(-1) is var last && lastDay > last)
            yield return Problems.CardDays(months, last, field, scheme.RateIn(membership.FromDay)!.Evidence.Text);
    }
}
