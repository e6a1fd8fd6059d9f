using Gms.SocialSecurity.Schemes;

namespace Gms.SocialSecurity.Coverage;

/// <summary>
/// What the schemes say of one job, worked out once for everybody in it: of a list of workers in the same work most are strangers to most schemes, and what a
/// scheme says of a stranger is the same for each.
/// </summary>
sealed class Plan
{
    static readonly Branch[] Branches = Enum.GetValues<Branch>();

    readonly Job _job;
    readonly Entry[] _entries;

    public Plan(SchemeBook book, Job job)
    {
        _job = job;
        _entries = [.. book.Concerning(job).Select(s => new Entry(Position.Of(s, job, []), job.Day))];
    }

    /// <summary>Where a worker stands in each scheme.</summary>
    public List<Position> Positions(IReadOnlyList<Insured> records)
    {
        var positions = new List<Position>(_entries.Length);
        foreach (var entry in _entries)
            positions.Add(Knows(entry, records) ? Position.Of(entry.Stranger.Scheme, _job, records) : entry.Stranger);
        return positions;
    }

    /// <summary>The best verdict of each branch, without words, in the order of the branches; null where no scheme has anything to say.</summary>
    public (Branch Branch, Verdict? Best)[] Best(List<Position> positions)
    {
        var all = new (Branch, Verdict?)[Branches.Length];
        for (var b = 0; b < Branches.Length; b++)
        {
            Verdict? best = null;
            for (var i = 0; i < _entries.Length; i++)
                if (_entries[i].Of(b, positions[i], _job.Day) is { } verdict && !(best?.Rank <= verdict.Rank))
                    best = verdict;
            all[b] = (Branches[b], best);
        }
        return all;
    }

    static bool Knows(Entry entry, IReadOnlyList<Insured> records)
    {
        foreach (var record in records)
            if (record.Scheme == entry.Stranger.Scheme.Id)
                return true;
        return false;
    }

    sealed class Entry(Position stranger, DateOnly day)
    {
        readonly BranchRule?[] _rules = [.. Branches.Select(stranger.Scheme.Of)];
        readonly Verdict?[] _verdicts = [.. Branches.Select(b => stranger.Speaks && stranger.Scheme.Of(b) is { } rule ? CoverageRules.Decide(day, rule, stranger) : null)];

        public Position Stranger => stranger;

        public Verdict? Of(int branch, Position position, DateOnly day) =>
            ReferenceEquals(position, stranger) ? _verdicts[branch] : position.Speaks && _rules[branch] is { } rule ? CoverageRules.Decide(day, rule, position) : null;
    }
}
