using Gms.Population;
using Gms.Registry.Corridors;
using Gms.Registry.Duplicates;

namespace Gms.Matching;

/// <summary>How well one group was found: at a threshold, how many of the duplicates (recall), and how much of what was found was right (precision).</summary>
sealed record Quality(string Group, int Duplicates, int Newcomers, double KeyRecall, double RecallLower, double PrecisionLower, double RecallUpper, double PrecisionUpper);

/// <summary>
/// A registry of one country in memory, and people who come to enrol: some are on record (written with errors), most are not. What is found is
/// compared with who they are.
/// </summary>
sealed class Trial(Matcher matcher, int seed, ErrorRates rates)
{
    readonly People _people = new(seed);
    readonly Office _office = new(rates, seed);

    /// <summary>Below every threshold that is looked at.</summary>
    const double LeastKept = 8;

    /// <summary>One duplicate among so many who come.</summary>
    public const int DuplicateEvery = 5;

    /// <summary>The scores of those found for each who came: of the person's own record (NaN when no key was shared), and of the best other.</summary>
    public IReadOnlyList<Coming> Run(string country, int onRecord, int coming)
    {
        var records = new MatchFeatures[onRecord];
        var lying = new Dictionary<long, List<int>>();
        for (var i = 0; i < onRecord; i++)
        {
            records[i] = matcher.Features(Desk.Facts(_office.First(_people.Of(country, i))));
            foreach (var key in matcher.Keys.OfRecord(records[i]))
                (lying.TryGetValue(key, out var there) ? there : lying[key] = []).Add(i);
        }

        var all = new Coming[coming];
        Parallel.For(0, coming, n =>
        {
            var isDuplicate = n % DuplicateEvery == 0;
            var index = isDuplicate ? (int)((long)n * 7919 % onRecord) : onRecord + n;
            var person = _people.Of(country, index);
            var entry = isDuplicate ? _office.Again(person, _office.First(person)) : _office.First(person);
            all[n] = Look(matcher.Features(Desk.Facts(entry)), records, lying, isDuplicate ? index : -1) with { Name = person.Name.Latin, Entry = entry, Index = index };
        });
        return all;
    }

    Coming Look(MatchFeatures person, MatchFeatures[] records, Dictionary<long, List<int>> lying, int own)
    {
        var candidates = matcher.Keys.OfQuery(person).SelectMany(key => lying.GetValueOrDefault(key) ?? []).CountBy(i => i)
            .OrderByDescending(shared => shared.Value).Take(matcher.Data.MostCandidates).Select(shared => shared.Key).ToList();
        var others = new List<double>();
        var ownScore = double.NaN;
        foreach (var candidate in candidates)
        {
            var score = matcher.Score.Of(person, records[candidate]).Score;
            if (candidate == own)
                ownScore = score;
            else if (score >= LeastKept)
                others.Add(score);
        }
        return new(own >= 0, ownScore, others, candidates.Count);
    }

    public static Quality Judge(string group, IReadOnlyList<Coming> coming, double lower, double upper)
    {
        var duplicates = coming.Count(c => c.IsDuplicate);
        double Recall(double threshold) => (double)coming.Count(c => c.IsDuplicate && c.Own >= threshold) / duplicates;
        double Precision(double threshold)
        {
            var right = coming.Count(c => c.IsDuplicate && c.Own >= threshold);
            var wrong = coming.Sum(c => c.Others.Count(s => s >= threshold));
            return (double)right / Math.Max(1, right + wrong);
        }
        return new(group, duplicates, coming.Count - duplicates, (double)coming.Count(c => c.IsDuplicate && !double.IsNaN(c.Own)) / duplicates,
            Recall(lower), Precision(lower), Recall(upper), Precision(upper));
    }

    public static Matcher Engine() => new(MatchingData.Load(), new CodeLists());
}

/// <summary>Somebody who came to enrol.</summary>
sealed record Coming(bool IsDuplicate, double Own, IReadOnlyList<double> Others, int Candidates)
{
    public string Name { get; init; } = "";
    public Entry? Entry { get; init; }
    public int Index { get; init; }
    public PersonFacts? Facts { get; init; }
}
