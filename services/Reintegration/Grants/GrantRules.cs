using Gms.Platform;
using Gms.Reintegration.Cases;

namespace Gms.Reintegration.Grants;

/// <summary>What must hold for money to be asked, decided, paid and returned. Pure; that a budget is never overspent is the database's last word.</summary>
static class GrantRules
{
    /// <param name="held">The case.</param>
    /// <param name="amount">What is asked.</param>
    /// <param name="budget">The money it would come from; null when there is none for the office, programme, year and currency.</param>
    public static IEnumerable<Problem> ToAsk(Case held, Money amount, GrantBudget? budget)
    {
        foreach (var problem in CaseRules.ToWorkOn(held))
            yield return problem;
        if (held.PlanId is null)
            yield return Problems.GrantWithoutPlan();
        if (amount.Minor == 0)
            yield return Problems.GrantOfNothing();
        if (budget is null)
            yield return Problems.GrantWithoutBudget();
        else if (amount.Minor > budget.LeftMinor)
            yield return Problems.GrantOverBudget();
    }

    /// <remarks>Money is given in an open case only; refusing it, or taking an approval back, frees it whenever that is seen.</remarks>
    public static IEnumerable<Problem> ToDecide(Grant grant, Case held, bool approves, string? reason, string account, GrantBudget budget)
    {
        if (approves && held.State == CaseState.Closed)
            yield return Problems.CaseClosed();
        if (!grant.State.CanBecome(approves ? GrantState.Approved : GrantState.Refused))
            yield return Problems.GrantStateWrong(grant.State);
        if (grant.AskedBy == account)
            yield return Problems.GrantBySameOfficer();
        if (!approves && reason is null)
            yield return Problems.GrantRefusedWithoutReason();
        if (approves && grant.State == GrantState.Asked && grant.AmountMinor > budget.LeftMinor)
            yield return Problems.GrantOverBudget();
    }

    public static IEnumerable<Problem> ToPay(Grant grant, Case held, DateOnly paidOn, DateOnly today)
    {
        if (held.State == CaseState.Closed)
            yield return Problems.CaseClosed();
        if (!grant.State.CanBecome(GrantState.Paid))
            yield return Problems.GrantStateWrong(grant.State);
        if (paidOn > today || paidOn < grant.DecidedOn)
            yield return Problems.GrantPaidOnWrongDay();
    }

    public static IEnumerable<Problem> ToReturn(Grant grant, Money returned, DateOnly on, DateOnly today)
    {
        if (!grant.State.CanBecome(GrantState.Returned))
            yield return Problems.GrantStateWrong(grant.State);
        if (returned.Currency != grant.Currency || returned.Minor is 0 || returned.Minor > grant.AmountMinor)
            yield return Problems.GrantReturnedAmountWrong();
        if (on > today || on < grant.PaidOn)
            yield return Problems.GrantReturnedOnWrongDay();
    }

    /// <summary>The whole life of a grant. An approval can be taken back until it is paid.</summary>
    public static bool CanBecome(this GrantState from, GrantState to) => (from, to) switch
    {
        (GrantState.Asked, GrantState.Approved or GrantState.Refused) => true,
        (GrantState.Approved, GrantState.Paid or GrantState.Refused) => true,
        (GrantState.Paid, GrantState.Returned) => true,
        _ => false,
    };
}
