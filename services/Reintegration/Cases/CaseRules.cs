using Gms.Platform;
using Gms.Reintegration.Plans;

namespace Gms.Reintegration.Cases;

/// <summary>What must hold for a case to open and move. Pure.</summary>
static class CaseRules
{
    /// <param name="walkIn">The case to be.</param>
    /// <param name="consent">The worker's consent to a case before the return; null when none was sent.</param>
    /// <param name="hasOpenCase">Whether the worker has an open case in the country.</param>
    /// <param name="today">The legal day there.</param>
    public static IEnumerable<Problem> ToOpen(Case walkIn, Consent? consent, bool hasOpenCase, DateOnly today)
    {
        if (walkIn.ReturnedOn > today && consent is null)
            yield return Problems.CaseReturnInFuture();
        if (consent is { } given && given.GivenOn > today)
            yield return Problems.CaseConsentInFuture();
        if (walkIn.From == walkIn.Country)
            yield return Problems.CaseFromSameCountry();
        if (hasOpenCase)
            yield return Problems.CaseAlreadyOpen();
    }

    /// <summary>Whoever has it, an open case can be given to another.</summary>
    public static IEnumerable<Problem> ToAssign(Case held)
    {
        if (held.State == CaseState.Closed)
            yield return Problems.CaseClosed();
    }

    public static IEnumerable<Problem> ToClose(Case held, CaseOutcome outcome)
    {
        if (!held.State.CanBecome(CaseState.Closed))
            yield return Problems.CaseClosed();
        else if (outcome == CaseOutcome.Reintegrated && held.PlanId is null)
            yield return Problems.CaseOutcomeWithoutPlan();
    }

    public static IEnumerable<Problem> ToRecordSign(Case held, CaseSign sign, DateOnly today)
    {
        if (sign.CountsUntil < today)
            yield return Problems.CaseSignCountedOut();
        if (held.State == CaseState.Closed)
            yield return Problems.CaseClosed();
        if (sign.SeenOn > today)
            yield return Problems.CaseSignInFuture();
        if (held.Signs.Exists(s => s.Code == sign.Code && s.LiftedOn is null))
            yield return Problems.CaseSignTwice(sign.Code);
    }

    public static IEnumerable<Problem> ToReopen(Case held, bool hasOpenCase)
    {
        if (held.State != CaseState.Closed)
            yield return Problems.CaseNotClosed();
        if (hasOpenCase)
            yield return Problems.CaseAlreadyOpen();
    }

    /// <param name="open">How many open cases the counsellor has beside this one.</param>
    /// <param name="limit">How many one counsellor takes; null where no rule says.</param>
    public static IEnumerable<Problem> ToTake(int open, int? limit)
    {
        if (limit is { } most && open >= most)
            yield return Problems.CaseloadFull(most);
    }

    /// <summary>What is done within a case, from claims to follow-up, wants it open and a counsellor on it.</summary>
    public static IEnumerable<Problem> ToWorkOn(Case held)
    {
        if (held.State == CaseState.Closed)
            yield return Problems.CaseClosed();
        else if (held.Counsellor is null)
            yield return Problems.CaseNotAssigned();
    }

    /// <summary>The whole life of a case; a step that is not here is refused.</summary>
    public static bool CanBecome(this CaseState from, CaseState to) => (from, to) switch
    {
        (CaseState.BeforeReturn, CaseState.Opened or CaseState.Assigned) => true,    // the worker came back; a counsellor may have the case already
        (CaseState.Opened, CaseState.Assigned) => true,
        (CaseState.Assigned, CaseState.PlanAgreed) => true,
        (CaseState.PlanAgreed, CaseState.PlanAgreed) => true,    // another plan takes the first one's place
        (CaseState.BeforeReturn or CaseState.Opened or CaseState.Assigned or CaseState.PlanAgreed, CaseState.Closed) => true,
        (CaseState.Closed, CaseState.Opened or CaseState.Assigned) => true,    // reopened, with a reason
        _ => false,
    };
}
