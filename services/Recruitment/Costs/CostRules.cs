using Gms.Platform;

namespace Gms.Recruitment.Costs;

/// <summary>What must hold for a payment to be recorded. Pure: every fact a rule weighs is an argument.</summary>
static class CostRules
{
    /// <summary>A payment longer ago than this before the first day of work is a slip of the pen, or was for another recruitment.</summary>
    const int MostYearsBefore = 3;

    public static IEnumerable<Problem> ToRecord(CostLine cost, CostContext about, Caller caller, DateOnly today)
    {
        if (cost.NothingPaid && cost.Amount.Minor > 0)
            yield return Problems.CostNothingAndAmount();
        if (!cost.NothingPaid && cost.Amount.Minor == 0)
            yield return Problems.CostAmountZero();
        if (cost.PaidOn > today)
            yield return Problems.CostPaidInFuture();
        if (cost.PaidOn < about.StartsOn.AddYears(-MostYearsBefore))
            yield return Problems.CostPaidTooEarly(about.StartsOn.AddYears(-MostYearsBefore));
        if (cost.Equivalent is { } equivalent && (equivalent.Currency != about.WageCurrency || cost.Amount.Currency == about.WageCurrency || equivalent.Minor == 0 || cost.NothingPaid))
            yield return Problems.CostEquivalentCurrency(about.WageCurrency);
        if (!MayState(cost.StatedBy, caller))
            yield return Problems.CostStatedForOthers();
        foreach (var problem in ToReplace(cost, about, caller))
            yield return problem;
    }

    static IEnumerable<Problem> ToReplace(CostLine cost, CostContext about, Caller caller)
    {
        if (cost.ReplacesId is not { } id)
            yield break;
        if (about.Lines.FirstOrDefault(l => l.Id == id) is not { } earlier)
            yield return Problems.CostReplacedNotFound();
        else if (about.Lines.Any(l => l.ReplacesId == id))
            yield return Problems.CostReplacedAlready();
        else if (earlier.StatedBy != cost.StatedBy || (earlier.ByWorker && caller.Worker is null))
            yield return Problems.CostReplacedByOther();
    }

    /// <summary>A worker and an agency state their own; whoever hears a party records that party's statement.</summary>
    static bool MayState(StatedBy party, Caller caller) =>
        caller.Worker is not null ? party == StatedBy.Worker
        : caller.Agency is null || party == StatedBy.Agency;
}

/// <summary>What a new line is weighed against.</summary>
/// <param name="StartsOn">The contract's first day of work.</param>
/// <param name="WageCurrency">The currency of its wage.</param>
/// <param name="Lines">The lines on record, those that no longer count among them.</param>
sealed record CostContext(DateOnly StartsOn, string WageCurrency, IReadOnlyList<CostLine> Lines);
