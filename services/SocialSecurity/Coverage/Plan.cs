using System.Collections.Concurrent;
using Gms.SocialSecurity.Schemes;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Coverage;

/// <summary>
/// What the schemes say of one job, worked out once for everybody in it: most people are strangers to most schemes, and what a scheme says of a stranger is the
/// same for each. It holds rules applied to a job and nothing of a person.
/// </summary>
sealed class Plan
{
    static readonly Branch[] Branches = Enum.GetValues<Branch>();

    readonly Job _job;
    readonly Entry[] _entries;

    public Plan(SchemeBook book, Job job, string? only = null)
    {
        _job = job;
        _entries = [.. book.Concerning(job).Select(s => new Entry(Position.Of(s, job, [], only), job.Day))];
    }

    /// <summary>Where a worker stands in each scheme.</summary>
    public List<Position> Positions(IReadOnlyList<Insured> records)
    {
        var positions = new List<Position>(_entries.Length);
        foreach (var entry in _entries)
            positions.Add(entry.Knows(records) ? Position.Of(entry.Stranger.Scheme, _job, records) : entry.Stranger);
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

    /// <summary>Each branch with what each scheme says of it, in words.</summary>
    public IEnumerable<Proto.BranchCoverage> InWords(List<Position> positions)
    {
        for (var b = 0; b < Branches.Length; b++)
        {
            var verdicts = new List<(int Rank, Proto.SchemeVerdict Shown)>();
            for (var i = 0; i < _entries.Length; i++)
                if (_entries[i].InWords(b, positions[i], _job.Day) is { } verdict)
                    verdicts.Add(verdict);
            if (verdicts.Count > 0 || Branches[b] != Branch.Funeral)
                yield return CoverageProto.Branch(Branches[b], verdicts.OrderBy(v => v.Rank).Select(v => v.Shown));
        }
    }

    /// <summary>The obligation as it is shown.</summary>
    public Proto.SchemeObligation Shown(Position position)
    {
        foreach (var entry in _entries)
            if (ReferenceEquals(entry.Stranger, position))
                return entry.Obligation.Value;
        return position.ToObligation(_job.Day);
    }

    /// <summary>One scheme. What is said of strangers is shared among answers: not to be changed.</summary>
    sealed class Entry(Position stranger, DateOnly day)
    {
        readonly BranchRule?[] _rules = [.. Branches.Select(stranger.Scheme.Of)];
        readonly Verdict?[] _verdicts = [.. Branches.Select(b => stranger.Speaks && stranger.Scheme.Of(b) is { } rule ? CoverageRules.On(day, rule, stranger) : null)];
        readonly Proto.SchemeVerdict?[] _shown = new Proto.SchemeVerdict?[Branches.Length];

        public Position Stranger => stranger;

        public Lazy<Proto.SchemeObligation> Obligation { get; } = new(() => stranger.ToObligation(day));

        /// <summary>Whether anything is recorded from which the scheme, or what must go before it, says more than to a stranger.</summary>
        public bool Knows(IReadOnlyList<Insured> records)
        {
            if (!stranger.IsTold)
                return false;
            foreach (var record in records)
                if (record.Scheme == stranger.Scheme.Id || record.Scheme == stranger.Scheme.Spells.Follows?.Scheme)
                    return true;
            return false;
        }

        public Verdict? Of(int branch, Position position, DateOnly on) =>
            ReferenceEquals(position, stranger) ? _verdicts[branch] : position.Speaks && _rules[branch] is { } rule ? CoverageRules.Decide(on, rule, position) : null;

        public (int Rank, Proto.SchemeVerdict Shown)? InWords(int branch, Position position, DateOnly on)
        {
            if (ReferenceEquals(position, stranger))
                return _verdicts[branch] is { } known ? (known.Rank, _shown[branch] ??= CoverageProto.ToProto(known)) : null;
            if (!position.Speaks || _rules[branch] is not { } rule)
                return null;
            var verdict = CoverageRules.On(on, rule, position);
            return (verdict.Rank, CoverageProto.ToProto(verdict));
        }
    }
}

/// <summary>The plans of the jobs that are asked about these days.</summary>
sealed class Plans(SchemeBook book)
{
    const int MostKept = 2_000;

    readonly ConcurrentDictionary<(Job, string? Only), Plan> _kept = new();

    /// <param name="job">The work, and the day.</param>
    /// <param name="only">The one country whose records the asker is shown; null for those of every country.</param>
    public Plan Of(Job job, string? only = null)
    {
        if (_kept.TryGetValue((job, only), out var plan))
            return plan;
        if (_kept.Count > MostKept)
            _kept.Clear();
        return _kept[(job, only)] = new(book, job, only);
    }
}
