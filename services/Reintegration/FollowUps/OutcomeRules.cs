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
    /// Rows by group and outcome. A count below the threshold is not told, nor what was spent on it or how it went. Where only one row of a group, or only one of
    /// an outcome, is not told, the next smallest there is not told either: it would follow from a total, which the figures by another grouping tell.
    /// </summary>
    public static IReadOnlyList<OutcomeRow> Count(IEnumerable<CountedCase> cases, int threshold)
    {
        var cells = cases.SelectMany(c => c.Groups.Select(g => (Group: g, Case: c))).GroupBy(x => (x.Group, x.Case.Outcome), x => x.Case)
            .OrderBy(c => c.Key.Group, StringComparer.Ordinal).ThenBy(c => c.Key.Outcome).Select(c => new Cell(c.Key.Group, c.Key.Outcome, [.. c])).ToList();
        var hidden = cells.Where(c => c.Cases.Count < threshold).ToHashSet();
        while (NextToHide(cells, hidden) is { } next)
            hidden.Add(next);
        return [.. cells.Select(c => hidden.Contains(c) ? new OutcomeRow(c.Group, c.Outcome, null, [], null) : Told(c.Group, c.Outcome, c.Cases, threshold))];
    }

    sealed record Cell(string Group, CaseOutcome Outcome, List<CountedCase> Cases);

    /// <summary>The smallest cell beside one that is alone untold in its group or outcome; null when every untold one has company.</summary>
    static Cell? NextToHide(List<Cell> cells, HashSet<Cell> hidden) =>
        cells.GroupBy(c => c.Group).Concat<IEnumerable<Cell>>(cells.GroupBy(c => c.Outcome))
            .Where(line => line.Count(hidden.Contains) == 1 && line.Count() > 1)
            .Select(line => line.Where(c => !hidden.Contains(c)).MinBy(c => c.Cases.Count)).FirstOrDefault();

    static OutcomeRow Told(string group, CaseOutcome outcome, List<CountedCase> cases, int threshold)
    {
        var scores = cases.Where(c => c.Score is not null).Select(c => c.Score!.Value).ToList();
        // What was spent on a few would tell what each of them got.
        var spent = cases.SelectMany(c => c.Spent).GroupBy(m => m.Currency).Where(g => g.Count() >= threshold).OrderBy(g => g.Key, StringComparer.Ordinal);
        return new(group, outcome, cases.Count, [.. spent.Select(g => new Money(g.Sum(m => m.Minor), g.Key))], scores.Count >= threshold ? (int)Math.Round(scores.Average(), MidpointRounding.AwayFromZero) : null);
    }
}
