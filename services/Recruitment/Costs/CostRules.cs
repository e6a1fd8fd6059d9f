using Gms.Platform;

namespace Gms.Recruitment.Costs;

/// <summary>What must hold for a payment to be recorded. Pure: every fact a rule weighs is an argument.</summary>
static class CostRules
{
    public static IEnumerable<Problem> ToRecord(CostLine cost, Caller caller, DateOnly today)
    {
        if (cost.Amount.Minor == 0)
            yield return Problems.CostAmountZero();
        if (cost.PaidOn > today)
            yield return Problems.CostPaidInFuture();
        if (!MayState(cost.StatedBy, caller))
            yield return Problems.CostStatedForOthers();
    }

    /// <summary>A worker and an agency state their own; whoever hears a party records that party's statement.</summary>
    static bool MayState(StatedBy party, Caller caller) =>
        caller.Worker is not null ? party == StatedBy.Worker
        : caller.Agency is null || party == StatedBy.Agency;
}
