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
    /// Rows by group and outcome. A count below the threshold is not told, nor what was spent on it or how it went; where only one row of a group is not
    /// told, the next smallest is not told either, so that it does not follow from a total known elsewhere.
    /// </summary>
    public static IReadOnlyList<OutcomeRow> Count(IEnumerable<CountedCase> cases, int threshold)
    {
        var rows = new List<OutcomeRow>();
        foreach (var group in cases.SelectMany(c => c.Groups.Select(g => (Group: g, Case: c))).GroupBy(x => x.Group).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var counted = group.GroupBy(x => x.Case.Outcome, x => x.Case).OrderBy(g => g.Key).Select(g => (Outcome: g.Key, Cases: g.ToList())).ToList();
            var hidden = counted.Where(c => c.Cases.Count < threshold).Select(c => c.Outcome).ToHashSet();
            if (hidden.Count == 1 && counted.Count > 1)
                hidden.Add(counted.Where(c => !hidden.Contains(c.Outcome)).MinBy(c => c.Cases.Count).Outcome);
            rows.AddRange(counted.Select(c => hidden.Contains(c.Outcome) ? new(group.Key, c.Outcome, null, [], null) : Told(group.Key, c.Outcome, c.Cases, threshold)));
        }
        return rows;
    }

    static OutcomeRow Told(string group, CaseOutcome outcome, List<CountedCase> cases, int threshold)
    {
        var scores = cases.Where(c => c.Score is not null).Select(c => c.Score!.Value).ToList();
        // What was spent on a few would tell what each of them got.
        var spent = cases.SelectMany(c => c.Spent).GroupBy(m => m.Currency).Where(g => g.Count() >= threshold).OrderBy(g => g.Key, StringComparer.Ordinal);
        return new(group, outcome, cases.Count, [.. spent.Select(g => new Money(g.Sum(m => m.Minor), g.Key))], scores.Count >= threshold ? (int)Math.Round(scores.Average(), MidpointRounding.AwayFromZero) : null);
    }
}
