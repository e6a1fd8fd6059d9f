using Gms.Platform;

namespace Gms.Reintegration.Cases;

/// <summary>What must hold for a case to open and move. Pure.</summary>
static class CaseRules
{
    /// <param name="hasOpenCase">Whether the worker has an open case in the country.</param>
    public static IEnumerable<Problem> ToOpen(Case walkIn, bool hasOpenCase, DateOnly today)
    {
        if (walkIn.ReturnedOn > today)
            yield return Problems.CaseReturnInFuture();
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
        else if (outcome == CaseOutcome.Reintegrated && held.State != CaseState.PlanAgreed)
            yield return Problems.CaseOutcomeWithoutPlan();
    }

    /// <summary>The whole life of a case; a step that is not here is refused.</summary>
    public static bool CanBecome(this CaseState from, CaseState to) => (from, to) switch
    {
        (CaseState.Opened, CaseState.Assigned) => true,
        (CaseState.Assigned, CaseState.PlanAgreed) => true,
        (CaseState.PlanAgreed, CaseState.PlanAgreed) => true,    // another plan takes the first one's place
        (CaseState.Opened or CaseState.Assigned or CaseState.PlanAgreed, CaseState.Closed) => true,
        _ => false,
    };
}
