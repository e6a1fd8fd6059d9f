using Gms.Platform;
using Gms.SocialSecurity.Memberships;
using Gms.SocialSecurity.Schemes;

namespace Gms.SocialSecurity.Contributions;

/// <summary>What must hold for a month to be posted. Pure: every fact that a rule weighs is an argument.</summary>
static class ContributionRules
{
    public static IEnumerable<Problem> ToPost(Membership membership, Scheme scheme, Due due, DateOnly month, Money? wage, Money? employeePaid, Money? employerPaid, DateOnly today)
    {
        if (membership.EndReason == MembershipEnd.RecordedInError)
            yield return Problems.MembershipClosed();
        if (month.AddMonths(1) <= membership.FromDay || month > (membership.ToDay ?? month))
            yield return Problems.MonthOutside(membership.FromDay, membership.ToDay);
        if (month > today)
            yield return Problems.MonthAhead();
        // A birth date known in part is read in the worker's favour.
        if (membership.Born.Length > 0 && month.AddMonths(1) <= PartialDate.Parse(membership.Born).Earliest)
            yield return Problems.MonthBeforeBirth();

        if (wage is null && due.NeedsWage)
            yield return Problems.WageMissing();
        foreach (var (amount, field) in new[] { (wage, "wage"), (employeePaid, "employee_paid"), (employerPaid, "employer_paid") })
            if (amount is not null && amount.Currency != scheme.Currency)
                yield return Problems.ContributionCurrency(scheme.Currency, field);

        // A rate of low confidence never blocks a payment.
        if (due.Rate is { Evidence.MayBlock: true } rate)
        {
            if (employeePaid?.Minor > due.Employee)
                yield return Problems.AboveExpected(due.Employee!.Value, scheme.Currency, "employee_paid", rate.Evidence.Text);
            if (employerPaid?.Minor > due.Employer)
                yield return Problems.AboveExpected(due.Employer!.Value, scheme.Currency, "employer_paid", rate.Evidence.Text);
        }
    }

    /// <summary>A month counts when all that is known to be due was paid; one in which nothing was due and nothing paid is no insured month.</summary>
    public static bool Counts(ContributionState state, long paid) => state switch
    {
        ContributionState.Paid or ContributionState.Over or ContributionState.NotComputable => paid > 0,
        ContributionState.Short or ContributionState.Unpaid => false,
    };
}
