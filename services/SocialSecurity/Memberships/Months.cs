using NpgsqlTypes;

namespace Gms.SocialSecurity.Memberships;

/// <summary>A set of months as runs, each month a number (year × 12 + month − 1). Whatever order months came in, the set is the same.</summary>
sealed class Months
{
    public static readonly Months None = new([]);

    /// <summary>The last year of a day from which months are counted: there is room for them before the calendar ends.</summary>
    public const int LastYear = 9000;

    readonly (int First, int Last)[] _runs;

    Months((int First, int Last)[] runs) => _runs = runs;

    /// <summary>Earliest first; never touching, never overlapping.</summary>
    public IReadOnlyList<(int First, int Last)> Runs => _runs;

    public int Count => _runs.Sum(r => r.Last - r.First + 1);

    public int? Last => _runs.Length == 0 ? null : _runs[^1].Last;

    public static int Index(DateOnly day) => (day.Year * 12) + day.Month - 1;

    public static DateOnly FirstDay(int month) => new(month / 12, (month % 12) + 1, 1);

    /// <summary>From ranges of days, each from the first of a month to the first of the month after its last.</summary>
    public static Months Of(params IEnumerable<NpgsqlRange<DateOnly>> ranges) =>
        Join(ranges.Where(r => !r.IsEmpty).Select(r => (Index(r.LowerBound), Index(r.UpperBound) - (r.UpperBoundIsInclusive ? 0 : 1))));

    public static Months Of(IEnumerable<DateOnly> months) => Join(months.Select(m => (Index(m), Index(m))));

    /// <summary>How many of the months lie from one to another, both included.</summary>
    public int CountIn(int first, int last)
    {
        var count = 0;
        foreach (var run in _runs)
            count += Math.Max(0, Math.Min(run.Last, last) - Math.Max(run.First, first) + 1);
        return count;
    }

    /// <summary>How many months at the end of a stretch, up to the one before a month, are not in the set: missed in a row.</summary>
    public int MissedInARow(int since, int before)
    {
        foreach (var run in _runs)
            if (run.First < before)
                since = Math.Max(since, Math.Min(run.Last, before - 1) + 1);
        return Math.Max(0, before - since);
    }

    /// <summary>The longest row of months that follow one another, up to a month.</summary>
    public int LongestRunUpTo(int last)
    {
        var longest = 0;
        foreach (var run in _runs)
            longest = Math.Max(longest, Math.Min(run.Last, last) - run.First + 1);
        return longest;
    }

    /// <summary>How many months in a row end with this one; 0 when it is not in the set.</summary>
    public int RunUpTo(int month)
    {
        foreach (var run in _runs)
            if (run.First <= month && month <= run.Last)
                return month - run.First + 1;
        return 0;
    }

    /// <summary>The set with the months from one to another added; itself when there are none.</summary>
    public Months With(int first, int last) => last < first ? this : Join([.. _runs, (first, last)]);

    /// <summary>The months of any of the sets.</summary>
    public static Months Union(IEnumerable<Months> sets) => Join(sets.SelectMany(s => s._runs));

    static Months Join(IEnumerable<(int First, int Last)> runs)
    {
        var joined = new List<(int First, int Last)>();
        foreach (var run in runs.OrderBy(r => r.First))
        {
            if (joined.Count > 0 && run.First <= joined[^1].Last + 1)
                joined[^1] = (joined[^1].First, Math.Max(joined[^1].Last, run.Last));
            else
                joined.Add(run);
        }
        return joined.Count == 0 ? None : new([.. joined]);
    }
}
