using Microsoft.EntityFrameworkCore;

namespace Gms.Recruitment.Declarations;

/// <summary>Anonymous statements about one agency, counted by item and answer.</summary>
/// <param name="Statements">How many are counted: whole groups only.</param>
/// <param name="Items">Per item how often each answer was given.</param>
public sealed record StatementCounts(int Statements, IReadOnlyDictionary<string, IReadOnlyDictionary<StatementAnswer, int>> Items)
{
    /// <summary>Pure. In the order of months, and by chance within a month, whole groups are counted and the rest waits: from one day to the next the counts grow by a group or not at all.</summary>
    /// <param name="statements">Those about one agency.</param>
    /// <param name="until">Statements of this month and later ones wait: their month is not over.</param>
    /// <param name="group">How many make a group.</param>
    public static StatementCounts Of(IEnumerable<AnonymousStatement> statements, DateOnly until, int group)
    {
        var over = statements.Where(s => s.RecordedMonth < until).OrderBy(s => s.RecordedMonth).ThenBy(s => s.Id).ToList();
        var counted = over.Take(over.Count / group * group).ToList();
        return new(counted.Count, counted.SelectMany(s => s.Answers).GroupBy(a => a.Key).OrderBy(g => g.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, IReadOnlyDictionary<StatementAnswer, int> (g) => g.GroupBy(a => a.Value).OrderBy(a => a.Key).ToDictionary(a => a.Key, a => a.Count())));
    }
}

/// <summary>Asks what was stated without a name. For verdicts and for inspectors.</summary>
public static class AnonymousStatements
{
    /// <summary>The counts of an agency on a day.</summary>
    public static async Task<StatementCounts> StatementCountsOf(this RecruitmentDb db, Guid agency, DateOnly day, int group, CancellationToken cancel) =>
        StatementCounts.Of(await db.AnonymousStatements.AsNoTracking().Where(s => s.AgencyId == agency).ToListAsync(cancel), new(day.Year, day.Month, 1), group);
}
