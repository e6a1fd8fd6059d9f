using Gms.Platform;
using Gms.Recruitment.V1;
using Gms.Type.V1;

namespace Gms.Registry.Returns;

/// <summary>
/// What a worker may have back of what was paid for the recruitment. Statements of several parties are not added up, for two may state one payment: the one by which
/// most was taken is told, with whose it is. Pure.
/// </summary>
static class FeeRules
{
    /// <summary>Part C of the ILO's definition of recruitment fees and related costs (2019): illegitimate, unreasonable and undisclosed costs.</summary>
    const string Illegitimate = "C";

    /// <summary>Lines that are known, or one that says what is not: that nothing is on record never means that nothing was paid.</summary>
    public static IReadOnlyList<Due> Of(DueRules.HeldContract held)
    {
        if (held.Costs is not { } costs)
            return [Line(held, DueState.PartDidNotAnswer, "Recruitment did not answer with the costs: what was paid for the recruitment is not known now.", null)];
        var above = costs.Limits.Where(l => l.Outcome == Outcome.Fail && l.Limit is not null && l.Paid is not null).ToList();
        IReadOnlyList<Due> known = [.. AboveTheLaw(held, above), .. NeverAllowed(held, costs, [.. above.Where(IsSure).SelectMany(l => l.Costs)])];
        if (known.Count > 0)
            return known;
        return costs.Borne.Count > 0
            ? [Line(held, DueState.Unknown, $"The worker bore {string.Join(" or ", costs.Borne.Select(b => $"{Shown(b.Amount)} as the {Name(b.StatedBy)} states"))}. By the ILO's standard a worker bears nothing; whether the law of the country gives it back is not known: ask the labour office.", costs.IloStandard)]
            : [Line(held, DueState.Unknown, "Nothing that the worker paid for the recruitment is on record: ask what was paid, to whom and for what.", null)];
    }

    static IEnumerable<Due> AboveTheLaw(DueRules.HeldContract held, IEnumerable<CostLimit> above)
    {
        foreach (var payee in above.GroupBy(l => l.Payee).OrderBy(g => g.Key))
        {
            if (payee.Where(IsSure).MaxBy(l => l.Paid.Minor - l.Limit.Minor) is not { } most)
            {
                var perhaps = payee.MaxBy(l => l.Paid.Minor - l.Limit.Minor)!;
                yield return Line(held, DueState.Unknown, $"Taken by the {Name(perhaps.Payee)}, as the {Name(perhaps.StatedBy)} states: {Shown(perhaps.Paid)}. The law allows {Shown(perhaps.Limit)} by a rule that is not verified: ask the labour office.", perhaps.Source) with
                {
                    Part = perhaps.Payee.ToString(),
                };
                continue;
            }
            yield return Line(held, DueState.Known, $"Taken by the {Name(most.Payee)}, as the {Name(most.StatedBy)} states: {Shown(most.Paid)}, where the law allows {Shown(most.Limit)}.", most.Source) with
            {
                Part = most.Payee.ToString(),
                Amount = Read.Money(most.Paid, "paid") with { Minor = most.Paid.Minor - most.Limit.Minor },
            };
        }
    }

    static bool IsSure(CostLimit limit) => limit.Source?.Confidence != Confidence.Low;

    /// <param name="counted">Cost lines that a limit counts already.</param>
    static IEnumerable<Due> NeverAllowed(DueRules.HeldContract held, ReviewCostsResponse costs, HashSet<string> counted)
    {
        var borne = costs.Current.Where(c => c.IloPart == Illegitimate && !c.NothingPaid && (c.Payer is Payer.Worker or Payer.Family)).Where(c => !counted.Contains(c.CostId));
        foreach (var item in borne.GroupBy(c => (c.Item, Read.Money(c.Amount, "amount").Currency)).OrderBy(g => g.Key.Item, StringComparer.Ordinal).ThenBy(g => g.Key.Currency, StringComparer.Ordinal))
        {
            var (by, minor) = item.GroupBy(c => c.StatedBy).Select(s => (s.Key, Minor: s.Sum(c => c.Amount.Minor))).MaxBy(s => s.Minor);
            yield return Line(held, DueState.Known, $"{item.Key.Item} was taken, as the {Name(by)} states: {minor} minor units {item.Key.Currency}. The ILO's definition calls it illegitimate.", costs.IloStandard) with
            {
                Part = $"{item.Key.Item} {item.Key.Currency}",
                Amount = new(minor, item.Key.Currency),
            };
        }
    }

    static Due Line(DueRules.HeldContract held, DueState state, string text, Source? source) => new(Due.Fees, state, text) { ContractId = held.Contract.ContractId, Source = source?.Text ?? "" };

    static string Shown(Gms.Type.V1.Money money)
    {
        var amount = Read.Money(money, "amount");
        return $"{amount.Minor} minor units {amount.Currency}";
    }

    /// <summary>OriginAgency as an officer reads it: origin agency.</summary>
    static string Name(Enum value) => string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? $" {char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
