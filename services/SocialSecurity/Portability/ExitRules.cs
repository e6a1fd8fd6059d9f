using Gms.SocialSecurity.Schemes;

namespace Gms.SocialSecurity.Portability;

/// <summary>What can be claimed on leaving. Pure: months, amounts, a birth date and rules in, lines out. What the rules do not decide is unknown, never nothing.</summary>
static class ExitRules
{
    public static IEnumerable<ExitLine> Of(ExitFacts facts, IEnumerable<ExitRule> rules)
    {
        List<ExitRule> all = [.. rules], fitting = [.. all.Where(r => Fits(r, facts))];
        foreach (var rule in fitting)
            yield return Line(facts, rule);
        if (fitting.Count > 0)
            yield break;
        yield return all.Count == 0
            ? new(facts, ExitState.Unknown, "The data does not say whether anything can be taken along on leaving.", Missing: "The scheme's rule for people who leave the country.")
            : new(facts, ExitState.Unknown, facts.Months == 0 ? "No month counts in this scheme yet." : "None of the rules in the data fits.", Missing: facts.Months == 0 ? "Months that are paid, see ListArrears." : "The scheme's rule for this case.");
    }

    static bool Fits(ExitRule rule, ExitFacts facts) =>
        (rule.Nationals is not { } nationals || nationals == facts.IsNational)
        && facts.Months >= rule.MonthsFrom && facts.Months <= rule.MonthsTo
        && (rule.InsuredBefore is not { } before || facts.FirstInsured < before)
        && (rule.InsuredFrom is not { } from || facts.FirstInsured >= from);

    static ExitLine Line(ExitFacts facts, ExitRule rule)
    {
        var amount = Amount(facts, rule);
        ExitLine Is(ExitState state, DateOnly? from = null, string missing = "") =>
            new(facts, state, rule.Text, rule, from, amount, rule.ClaimWithinMonths is { } within ? (from ?? facts.Leaving).AddMonths(within) : null, missing);

        // A rule of low confidence never says that something is payable, and neither does one that turns on a presumed nationality.
        if (!rule.Evidence.MayBlock)
            return Is(ExitState.Unknown, missing: "A document that confirms the rule.");
        if (rule.Nationals is not null && facts.Presumed)
            return Is(ExitState.Unknown, missing: "The worker's nationality.");
        if (rule.Condition.Length > 0)
            return Is(ExitState.Conditional, missing: $"Whether {rule.Condition}.");

        DateOnly? from = rule.WaitMonths > 0 ? facts.LastInsured.AddMonths(rule.WaitMonths) : null;
        if (rule.Age is { } age)
        {
            if (facts.Born is not { } born)
                return Is(ExitState.Unknown, missing: "The birth date.");
            if (rule.AgeOfWomen is { } women && women != age)
            {
                if (facts.IsWoman is not { } woman)
                    return Is(ExitState.Unknown, missing: "The sex, on which the age depends.");
                age = woman ? women : age;
            }
            // A birth date known in part: the latest day it can mean, so that nobody is told to come too early.
            var reached = born.Latest.AddYears(age);
            from = from > reached ? from : reached;
        }
        return from > facts.Leaving ? Is(ExitState.Later, from) : Is(ExitState.Payable);
    }

    static long? Amount(ExitFacts facts, ExitRule rule) => (rule.CountsOwn, rule.CountsEmployers) switch
    {
        (true, true) => facts.EmployeePaid + facts.EmployerPaid,
        (true, false) => facts.EmployeePaid,
        _ => null,
    };
}
