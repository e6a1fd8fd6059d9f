using Gms.Platform;
using Gms.Recruitment.V1;
using Gms.Registry.V1;
using Gms.Type.V1;
using Grpc.Core;

namespace Gms.DepartureOrientation.Outreach;

/// <summary>Somebody of a group, and the day from which what became of that person counts.</summary>
sealed record Oriented(string Worker, DateOnly Since);

/// <summary>What became of a group of people and of everybody; null for what is too small to be told.</summary>
sealed record Counted(long? All, long? OfGroup);

/// <summary>Asks the Registry and Recruitment for counts of groups: numbers go there, only counts come back.</summary>
sealed class Cohorts(IPeers peers)
{
    /// <summary>A quarter of what the other side takes: a request stays well below what a message may hold.</summary>
    const int AtOnce = 12_500;

    /// <summary>People by sex, for each group; a group that is too small has none.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, long>>> BySex(string country, DateOnly from, DateOnly before, IReadOnlyDictionary<string, List<string>> groups, CancellationToken cancel)
    {
        var counts = groups.Keys.ToDictionary(key => key, _ => new Dictionary<string, long>());
        foreach (var (key, members) in groups)
            foreach (var some in Pieces(members))
                foreach (var (sex, n) in (await Ask(country, from, before, key, some.Select(m => new CohortMember { WorkerNumber = m }), cancel)).Groups[0].BySex)
                    counts[key][sex] = counts[key].GetValueOrDefault(sex) + n;
        return counts.ToDictionary(c => c.Key, IReadOnlyDictionary<string, long> (c) => c.Value);
    }

    public async Task<Counted> Departed(string country, DateOnly from, DateOnly before, IReadOnlyList<Oriented> group, CancellationToken cancel)
    {
        long? all = null, some = 0;
        foreach (var piece in Pieces(group))
        {
            var answer = await Ask(country, from, before, "", piece.Select(o => new CohortMember { WorkerNumber = o.Worker, Since = o.Since.ToProto() }), cancel);
            all = answer.HasDeparted ? answer.Departed : null;
            some = answer.Groups[0].TooFew && piece.Count > 0 ? null : some + answer.Groups[0].Departed;
        }
        return new(all, some);
    }

    public async Task<Counted> Complained(string country, DateOnly from, DateOnly before, IReadOnlyList<Oriented> group, CancellationToken cancel)
    {
        long? all = null, some = 0;
        var recruitment = new Gms.Recruitment.V1.Statistics.StatisticsClient(peers.To("Recruitment", Purpose.Statistics));
        foreach (var piece in Pieces(group))
        {
            CountComplainantsRequest request = new() { Country = country, From = from.ToProto(), Before = before.ToProto(), Members = { piece.Select(o => new CohortPerson { WorkerNumber = o.Worker, Since = o.Since.ToProto() }) } };
            var answer = await recruitment.CountComplainantsAsync(request, cancellationToken: cancel);
            all = answer.Complained;
            some = answer.HasOfMembers || piece.Count == 0 ? some + answer.OfMembers : null;
        }
        return new(all, some);
    }

    async Task<CountCohortResponse> Ask(string country, DateOnly from, DateOnly before, string key, IEnumerable<CohortMember> members, CancellationToken cancel) =>
        await new Gms.Registry.V1.Statistics.StatisticsClient(peers.To("Registry", Purpose.Statistics)).CountCohortAsync(new()
        {
            Country = country,
            From = from.ToProto(),
            Before = before.ToProto(),
            Groups = { new CohortGroup { Key = key, Members = { members } } },
        }, cancellationToken: cancel);

    /// <summary>Pieces of about one size, so that the last one is not too small to be told; one empty piece of nothing.</summary>
    internal static IEnumerable<IReadOnlyList<T>> Pieces<T>(IReadOnlyList<T> all)
    {
        var pieces = Math.Max((all.Count + AtOnce - 1) / AtOnce, 1);
        for (var i = 0; i < pieces; i++)
        {
            var (first, last) = ((int)((long)all.Count * i / pieces), (int)((long)all.Count * (i + 1) / pieces));
            yield return [.. all.Skip(first).Take(last - first)];
        }
    }
}
