using Gms.Platform;
using Gms.Recruitment.Contracts;
using Gms.Recruitment.Reference;
using Outcome = Gms.Type.V1.Outcome;

namespace Gms.Recruitment.Costs;

/// <summary>What the law of a payee's country let the worker be charged, beside the ILO standard, by which it is nothing. Pure.</summary>
static class CostLimits
{
    /// <summary>Fees by the ILO definition, without deposits: what a national limit speaks of where it does not speak of all money.</summary>
    public static bool IsFee(CostItem item) => item is { IloPart: "A", Code: not "DEPOSIT" };

    /// <summary>What the worker bore of costs that the ILO definition lays on the employer, or that are illegitimate, by each party's statement and currency. Statements are not added up.</summary>
    public static IEnumerable<(StatedBy By, Money Amount)> Borne(IEnumerable<CostLine> current, CostItems items) => current
        .Where(c => c.BorneByWorker && (items[c.Item].NotForWorkers || items[c.Item].IloPart == "C"))
        .GroupBy(c => (c.StatedBy, c.Amount.Currency))
        .OrderBy(g => g.Key)
        .Where(g => g.Any(c => !c.NothingPaid))
        .Select(g => (g.Key.StatedBy, new Money(g.Sum(c => c.Amount.Minor), g.Key.Currency)));

    /// <summary>One for each payee, statement and rule: the rule of the day of each payment counts.</summary>
    public static IEnumerable<CostLimit> Of(IEnumerable<CostLine> current, Contract contract, ContractTerms terms, RecruitmentReference reference) => current
        .Where(c => c is { BorneByWorker: true, NothingPaid: false })
        .SelectMany(c => reference.FeeCaps.All(c.Payee, contract.Origin, contract.Destination, contract.Sector, c.PaidOn, FeeCap.WholeMonths(contract.StartsOn, contract.EndsOn)).Select(cap => (Line: c, Cap: cap)))
        .Where(c => IsFee(reference.CostItems[c.Line.Item]) || c.Cap is { CoversEverything: true })
        .GroupBy(c => (c.Line.Payee, c.Line.StatedBy, c.Cap))
        .OrderBy(g => g.Key.Cap?.FromMonths is not null)
        .Select(g => CostLimit.Of(g.Key.Payee, g.Key.StatedBy, g.Key.Cap, [.. g.Select(c => c.Line)], g.Key.Cap?.LimitFor(terms, contract.StartsOn, contract.EndsOn)));
}

/// <summary>What a payee took from the worker by one party's statement, against the limit of the law.</summary>
/// <param name="Limit">Null where no number is known.</param>
/// <param name="Cap">The rule; null where none is known.</param>
/// <param name="Paid">What was paid, in the limit's currency as far as it is known; in the lines' own where there is no limit and one currency; else null.</param>
sealed record CostLimit(Payee Payee, StatedBy StatedBy, FeeCap? Cap, Money? Limit, Money? Paid, Outcome Outcome, IReadOnlyList<CostLine> Lines)
{
    public static CostLimit Of(Payee payee, StatedBy by, FeeCap? cap, IReadOnlyList<CostLine> lines, Money? limit)
    {
        var currency = limit?.Currency ?? (lines.Select(l => l.Amount.Currency).Distinct().Count() == 1 ? lines[0].Amount.Currency : null);
        var known = currency is null ? [] : lines.Select(l => l.In(currency)).OfType<Money>().ToList();
        var paid = currency is null || known.Count == 0 ? null : new Money(known.Sum(m => m.Minor), currency);
        var outcome = limit is null ? Outcome.Unknown
            : limit.Minor == 0 || paid?.Minor > limit.Minor ? Outcome.Fail
            : known.Count == lines.Count ? Outcome.Pass
            : Outcome.Unknown;
        return new(payee, by, cap, limit, paid, outcome, lines);
    }
}
