using Gms.Platform;

namespace Gms.Recruitment.Costs;

/// <summary>What the parties state of one recruitment's costs, laid beside each other. Pure.</summary>
static class CostStatements
{
    /// <summary>The lines that count: those in whose place no later one stands.</summary>
    public static IReadOnlyList<CostLine> Current(IEnumerable<CostLine> lines)
    {
        var all = lines.ToList();
        var replaced = all.Select(l => l.ReplacesId).OfType<Guid>().ToHashSet();
        return [.. all.Where(l => !replaced.Contains(l.Id))];
    }

    /// <summary>Where two parties say different things of one item. Nothing is resolved: each says its own, and both are shown. Silence contradicts nobody.</summary>
    public static IEnumerable<CostContradiction> Contradictions(IEnumerable<CostLine> current) =>
        from item in current.GroupBy(l => l.Item).OrderBy(g => g.Key, StringComparer.Ordinal)
        let said = item.GroupBy(l => l.StatedBy).OrderBy(g => g.Key).Select(g => new CostStatement(g.Key, [.. g])).ToList()
        from i in Enumerable.Range(0, said.Count)
        from j in Enumerable.Range(i + 1, said.Count - i - 1)
        let kind = Between(said[i], said[j])
        where kind is not null
        select new CostContradiction(item.Key, kind.Value, said[i], said[j]);

    static ContradictionKind? Between(CostStatement one, CostStatement other)
    {
        if (one.Paid.Count == 0 && other.Paid.Count == 0)
            return null;
        if (one.Paid.Count == 0 || other.Paid.Count == 0)
            return ContradictionKind.Paid;
        if (one.ByWorker.Count == 0 != (other.ByWorker.Count == 0))
            return ContradictionKind.Payer;
        return Sums(one).SequenceEqual(Sums(other)) ? null : ContradictionKind.Amount;
    }

    /// <summary>What the worker bore by a statement; where the worker bore nothing by both, what others did.</summary>
    static IEnumerable<(string Currency, long Minor)> Sums(CostStatement statement) =>
        (statement.ByWorker.Count > 0 ? statement.ByWorker : statement.Paid).GroupBy(l => l.Amount.Currency).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Sum(l => l.Amount.Minor)));

    /// <summary>
    /// The lines by which a worker's burden is told: of each item the worker's own, for who paid knows it; where the worker did not speak of it, an
    /// officer's from evidence seen, then the larger of the other parties'.
    /// </summary>
    public static IReadOnlyList<CostLine> OfWorker(IEnumerable<CostLine> current) =>
        [.. current.GroupBy(l => l.Item).SelectMany(item => item.GroupBy(l => l.StatedBy)
            .OrderBy(g => Rank(g.Key))
            .ThenByDescending(g => g.Where(l => l.BorneByWorker).Sum(l => (decimal)(l.Equivalent?.Minor ?? l.Amount.Minor)))
            .First()).Where(l => l.BorneByWorker && !l.NothingPaid)];

    static int Rank(StatedBy party) => party switch
    {
        StatedBy.Worker => 0,
        StatedBy.Officer => 1,
        StatedBy.Agency or StatedBy.Employer => 2,
    };
}

/// <summary>What one party states of one item.</summary>
sealed record CostStatement(StatedBy By, IReadOnlyList<CostLine> Lines)
{
    public IReadOnlyList<CostLine> Paid { get; } = [.. Lines.Where(l => !l.NothingPaid)];

    public IReadOnlyList<CostLine> ByWorker { get; } = [.. Lines.Where(l => l is { NothingPaid: false, BorneByWorker: true })];
}

/// <summary>Two statements on one item that cannot both be right.</summary>
sealed record CostContradiction(string Item, ContradictionKind Kind, CostStatement One, CostStatement Other);

/// <summary>On what two statements differ.</summary>
public enum ContradictionKind
{
    /// <summary>One says that it was paid, the other that nothing was.</summary>
    Paid,

    /// <summary>The worker bore it by one and not by the other.</summary>
    Payer,

    /// <summary>How much.</summary>
    Amount,
}
