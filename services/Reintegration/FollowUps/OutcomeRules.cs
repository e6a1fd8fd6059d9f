using Gms.Platform;
using Gms.Reintegration.Cases;

namespace Gms.Reintegration.FollowUps;

/// <summary>A closed case as figures count it.</summary>
/// <param name="Groups">What it counts under: its corridor, its worker's sex, each service of its plan, each partner.</param>
/// <param name="Spent">Grants paid and not returned.</param>
/// <param name="Score">The total 12 months after the return; null when nobody asked.</param>
public sealed record CountedCase(CaseOutcome Outcome, IReadOnlyCollection<string> Groups, IReadOnlyList<Money> Spent, int? Score);

/// <summary>One row of the figures.</summary>
/// <param name="Cases">Null when it is not told.</param>
public sealed record OutcomeRow(string Group, CaseOutcome Outcome, int? Cases, IReadOnlyList<Money> Spent, int? MeanScore);

/// <summary>Counts outcomes so that nobody can be told apart. Pure.</summary>
static class OutcomeRules
{
    /// <summary>
    /// Rows by group and outcome. A count below the threshold is not told, nor what was spent on it or how it went. Where what is not told of a group, or of an
    /// outcome, is one row only or together below the threshold, the next smallest there is not told either: it would follow from a total, which the figures by
    /// another grouping tell. The same holds for money, by how many got some, and for scores.
    /// </summary>
    public static IReadOnlyList<OutcomeRow> Count(IEnumerable<CountedCase> cases, int threshold)
    {
        var cells = cases.SelectMany(c => c.Groups.Select(g => (Group: g, Case: c))).GroupBy(x => (x.Group, x.Case.Outcome), x => x.Case)
            .OrderBy(c => c.Key.Group, StringComparer.Ordinal).ThenBy(c => c.Key.Outcome).Select(c => new Cell(c.Key.Group, c.Key.Outcome, [.. c])).ToList();
        var untold = Untold(cells, c => c.Cases.Count, [], threshold);
        var unscored = Untold(cells, c => c.Scores.Count, untold, threshold);
        var spent = cells.SelectMany(c => c.Spent.Select(s => s.Key)).Distinct().Order(StringComparer.Ordinal)
            .Select(currency => (Currency: currency, Untold: Untold(cells, c => c.Spent[currency].Count(), untold, threshold))).ToList();
        return [.. cells.Select(c => untold.Contains(c) ? new OutcomeRow(c.Group, c.Outcome, null, [], null) : new(
            c.Group, c.Outcome, c.Cases.Count,
            [.. spent.Where(s => c.Spent.Contains(s.Currency) && !s.Untold.Contains(c)).Select(s => new Money(c.Spent[s.Currency].Sum(m => m.Minor), s.Currency))],
            c.Scores.Count > 0 && !unscored.Contains(c) ? (int)Math.Round(c.Scores.Average(), MidpointRounding.AwayFromZero) : null))];
    }

    sealed class Cell(string group, CaseOutcome outcome, List<CountedCase> cases)
    {
        public string Group => group;

        public CaseOutcome Outcome => outcome;

        public List<CountedCase> Cases => cases;

        public List<int> Scores { get; } = [.. cases.Where(c => c.Score is not null).Select(c => c.Score!.Value)];

        public ILookup<string, Money> Spent { get; } = cases.SelectMany(c => c.Spent).ToLookup(m => m.Currency);
    }

    static HashSet<Cell> Untold(IEnumerable<Cell> all, Func<Cell, int> count, IEnumerable<Cell> already, int threshold)
    {
        var cells = all.Where(c => count(c) > 0).ToList();
        var untold = cells.Where(c => count(c) < threshold).Concat(already).ToHashSet();
        while (NextToHide(cells, untold, count, threshold) is { } next)
            untold.Add(next);
        return untold;
    }

    /// <summary>The smallest cell beside those of its group or outcome that are untold and still too few to hide one another; null when there is none.</summary>
    static Cell? NextToHide(List<Cell> cells, HashSet<Cell> untold, Func<Cell, int> count, int threshold) =>
        cells.GroupBy(c => c.Group).Concat<IEnumerable<Cell>>(cells.GroupBy(c => c.Outcome))
            .Where(line => line.Any(untold.Contains) && (line.Count(untold.Contains) == 1 || line.Where(untold.Contains).Sum(count) < threshold))
            .Select(line => line.Where(c => !untold.Contains(c)).MinBy(count)).FirstOrDefault(next => next is not null);
}
