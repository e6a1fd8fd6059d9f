using Gms.Platform;
using Gms.Reintegration.Cases;

namespace Gms.Reintegration.Plans;

/// <summary>What must hold for a plan to be recorded. Pure.</summary>
static class PlanRules
{
    /// <param name="consent">The worker's consent; null when none was sent.</param>
    public static IEnumerable<Problem> ToAgree(Case held, Consent? consent, IReadOnlyList<PlanItem> items, Offers offers, DateOnly today)
    {
        if (!held.State.CanBecome(CaseState.PlanAgreed))
            yield return held.State switch
            {
                CaseState.Closed => Problems.CaseClosed(),
                CaseState.BeforeReturn => Problems.CaseBeforeReturn(),
                _ => Problems.CaseNotAssigned(),
            };

        if (consent is null)
            yield return Problems.PlanWithoutConsent();
        else if (consent.GivenOn > today)
            yield return Problems.PlanConsentInFuture();

        for (var i = 0; i < items.Count; i++)
            foreach (var problem in OfItem(held, items[i], i, items[0].Budget.Currency, offers))
                yield return problem;
    }

    static IEnumerable<Problem> OfItem(Case held, PlanItem item, int index, string currency, Offers offers)
    {
        if (item.EndsOn < item.StartsOn)
            yield return Problems.PlanEndsBeforeStart(index);
        if (item.StartsOn < held.ReturnedOn)
            yield return Problems.PlanStartsBeforeReturn(index);
        if (item.Budget.Currency != currency)
            yield return Problems.PlanCurrenciesMixed(index);

        if (item.Programme is not { } id)
            yield break;
        var programme = offers[id];
        if (!programme.IsOpenTo(held.Country))
            yield return Problems.PlanProgrammeOtherCountry(index, id);
        else if (!programme.InForce(item.StartsOn))
            yield return Problems.PlanProgrammeNotInForce(index, id, programme.Source);
        else if (!programme.MayGive(item.Service))
            yield return Problems.PlanProgrammeOtherService(index, id, programme.Source);
    }
}
