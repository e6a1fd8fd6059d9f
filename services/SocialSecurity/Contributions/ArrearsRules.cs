using Gms.Platform;
using Gms.SocialSecurity.Memberships;
using Gms.SocialSecurity.Schemes;

namespace Gms.SocialSecurity.Contributions;

/// <summary>What should have been paid, month by month, and what was. Pure: months on record, dated rates and today in, months out.</summary>
static class ArrearsRules
{
    /// <summary>
    /// What is due for a month is due once to a scheme through one employer, however many spells of that employer touch the month: the day labourer's
    /// twenty-two days are one filing. Each month by the spell on which it was filed, else by the first that touches it.
    /// </summary>
    /// <param name="spells">A worker's memberships of one scheme through one employer, under whichever number.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="filed">What is on record of them: the last filing of each month of each.</param>
    /// <param name="days">By when a month is due.</param>
    /// <param name="today">Today in the scheme's country.</param>
    public static IEnumerable<OwedMonth> Of(IReadOnlyList<Membership> spells, Scheme scheme, IEnumerable<Contribution> filed, PaymentDays days, DateOnly today)
    {
        List<Membership> standing = [.. spells.Where(m => m.EndReason != MembershipEnd.RecordedInError).OrderBy(m => m.FromDay).ThenBy(m => m.Id)];
        var byMonth = filed.ToLookup(c => (c.MembershipId, c.Month));
        foreach (var month in standing.SelectMany(m => MonthsOf(m, today)).Distinct().Order())
        {
            var rule = days.For(scheme.Id, month);
            List<OwedMonth> onRecord = [.. standing.SelectMany(m => byMonth[(m.Id, month)].Select(c => Filed(m, c, rule, today)))];
            if (onRecord.Count == 0 && IsPaidByMonth(scheme, month))
                onRecord.Add(Unfiled(standing.First(m => m.Touches(month)), scheme, month, rule, today));
            foreach (var owed in onRecord)
                yield return owed;
        }
    }

    static IEnumerable<DateOnly> MonthsOf(Membership membership, DateOnly today)
    {
        var last = membership.ToDay < today ? membership.ToDay.Value : today;
        for (var month = First(membership.FromDay); month <= last; month = month.AddMonths(1))
            yield return month;
    }

    /// <summary>The months of a membership about which somebody may complain; and why not.</summary>
    public static IEnumerable<Problem> ToComplain(Membership membership, IReadOnlyList<OwedMonth> owed)
    {
        if (membership.Employer.Length == 0)
            yield return Problems.ArrearsOwedByWorker();
        if (owed.Count == 0)
            yield return Problems.ArrearsNone();
    }

    static OwedMonth Filed(Membership membership, Contribution filed, PaymentRule? rule, DateOnly today)
    {
        var expected = filed.EmployeeExpected + filed.EmployerExpected;
        // Each share for itself: what one paid too much does not pay the other's.
        var missing = Short(filed.EmployeeExpected, filed.EmployeePaid) + Short(filed.EmployerExpected, filed.EmployerPaid);
        var state = filed.State switch
        {
            ContributionState.Paid or ContributionState.Over => ArrearsState.Paid,
            // Filed early and not paid yet is not late: the law's day is still to come.
            ContributionState.Short or ContributionState.Unpaid when !IsLate(rule, filed.Month, today) => ArrearsState.NotDue,
            ContributionState.Short => ArrearsState.Short,
            ContributionState.Unpaid => ArrearsState.Unpaid,
            ContributionState.NotComputable => ArrearsState.NotComputable,
        };
        var paid = filed.EmployeePaid + filed.EmployerPaid;
        return new(membership, filed.Currency, filed.Month, state, expected, paid, missing, rule?.DueOn(filed.Month), Penalty(rule, missing, filed.Month, state, today), Because(missing, filed.Note, rule, state), rule);
    }

    static OwedMonth Unfiled(Membership membership, Scheme scheme, DateOnly month, PaymentRule? rule, DateOnly today)
    {
        // A wage that nobody filed is not made up: only a fixed amount or base tells what was due.
        var due = Due.For(scheme, month, null);
        var expected = due.Employee + due.Employer;
        var dueOn = rule?.DueOn(month);
        var state = IsLate(rule, month, today) ? ArrearsState.NotFiled : ArrearsState.NotDue;
        var note = due.NeedsWage ? "No wage was filed for this month." : due.Note;
        return new(membership, scheme.Currency, month, state, expected, 0, expected, dueOn, Penalty(rule, expected, month, state, today), Because(expected, note, rule, state), rule);
    }

    /// <summary>Where no document tells the day, a month is late when it is over.</summary>
    static bool IsLate(PaymentRule? rule, DateOnly month, DateOnly today) => (rule?.DueOn(month) ?? month.AddMonths(1).AddDays(-1)) < today;

    static long? Penalty(PaymentRule? rule, long? missing, DateOnly month, ArrearsState state, DateOnly today) =>
        missing is { } amount && state is ArrearsState.Short or ArrearsState.Unpaid or ArrearsState.NotFiled ? rule?.Penalty(missing!.Value, month, today) : null;

    static string Because(long? missing, string note, PaymentRule? rule, ArrearsState state) => (missing, rule) switch
    {
        _ when state is ArrearsState.Paid or ArrearsState.NotDue => note,
        (null, _) => note.Length > 0 ? note : "What was due cannot be computed from the data at hand.",
        (_, null) => "Neither the day by which it is due nor a penalty is in the data.",
        (_, { PenaltyPpm: null }) => "No penalty is in the data.",
        (_, { DueDay: null }) => "The day by which it is due is not in the data, so no penalty can be counted.",
        _ => note,
    };

    /// <summary>A scheme that is paid by the year, by card or from taxes owes nothing for a single month.</summary>
    static bool IsPaidByMonth(Scheme scheme, DateOnly month) => scheme.RateIn(month) is { Yearly: false, Options.Count: 0 } rate && (rate.Flat is not null || rate.HasShares);

    static long? Short(long? expected, long paid) => expected is { } due ? Math.Max(0, due - paid) : null;

    static DateOnly First(DateOnly day) => new(day.Year, day.Month, 1);
}
