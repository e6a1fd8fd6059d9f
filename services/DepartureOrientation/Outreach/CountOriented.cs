using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Outreach;

partial class OutreachService
{
    public override async Task<Proto.CountOrientedResponse> CountOriented(Proto.CountOrientedRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var country = Read.Country(request.Country, "country");
        call.MustReach(Reach.Country(country), "country");
        var (from, before) = Months(country, request.Year);
        var certified = await Certified(country, from, before, cancel);
        try
        {
            return new()
            {
                From = from.ToProto(),
                Before = before.ToProto(),
                Threshold = cells.Threshold,
                ByCorridor = { Shown(await Table(country, from, before, certified.Select(c => (c.Corridor, c.Worker)), cancel)) },
                ByLanguage = { Shown(await Table(country, from, before, certified.Select(c => (c.Language, c.Worker)), cancel)) },
            };
        }
        catch (RpcException failure) when (failure.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.ResourceExhausted)
        {
            throw Refuse.Unavailable(OutreachProblems.PartDown("Registry"));
        }
    }

    Task<List<CertifiedWorker>> Certified(string country, DateOnly from, DateOnly before, CancellationToken cancel) => db.Database.SqlQuery<CertifiedWorker>(
        $"""
        SELECT DISTINCT coalesce(origin, 'ZZ') || '-' || coalesce(destination, 'ZZ') AS "Corridor", language AS "Language", worker_survivor(worker_number) AS "Worker"
          FROM certificates WHERE country = {country} AND stage = 'PreDeparture' AND state = 'Issued' AND issued_on >= {from} AND issued_on < {before}
        """).ToListAsync(cancel);

    async Task<CountTable> Table(string country, DateOnly from, DateOnly before, IEnumerable<(string Row, string Worker)> certified, CancellationToken cancel)
    {
        var groups = OrientedGroups.Of(certified, cells.Threshold);
        var counts = await cohorts.BySex(country, from, before, groups.ToDictionary(g => g.Key, g => g.Value), cancel);
        var table = OrientedGroups.Table(groups, counts);
        Suppression.Apply(table, cells.Threshold);
        return table;
    }

    static IEnumerable<Proto.OrientedCount> Shown(CountTable table) =>
        from r in Enumerable.Range(0, table.Rows.Count + 1)
        from c in Enumerable.Range(0, table.Columns.Count + 1)
        let hidden = table.IsHidden(r, c)
        select new Proto.OrientedCount { Value = r == 0 ? "" : table.Rows[r - 1], Sex = c == 0 ? "" : table.Columns[c - 1], Suppressed = hidden, Count = hidden ? 0 : table[r, c] };

    sealed record CertifiedWorker(string Corridor, string Language, string Worker);
}

/// <summary>Certified workers by rows, so that no row is so small that its sexes could not be asked for. Pure.</summary>
static class OrientedGroups
{
    /// <summary>Rows too small to be told by themselves, together.</summary>
    public const string Other = "OTHER";

    const string Unknown = "unknown";

    public static IReadOnlyDictionary<string, List<string>> Of(IEnumerable<(string Row, string Worker)> certified, int threshold)
    {
        var rows = certified.Distinct().GroupBy(c => c.Row).ToDictionary(g => g.Key, g => g.Select(c => c.Worker).ToList());
        var small = rows.Where(r => r.Value.Count < threshold).Select(r => r.Key).ToList();
        if (small.Count < 2)
            return rows;
        var other = small.SelectMany(s => rows[s]).Distinct().ToList();
        foreach (var row in small)
            rows.Remove(row);
        rows[Other] = other;
        return rows;
    }

    /// <param name="groups">Who is in which row.</param>
    /// <param name="counts">By row and sex; a row without counts was too small for an answer, and its people are of unknown sex.</param>
    public static CountTable Table(IReadOnlyDictionary<string, List<string>> groups, IReadOnlyDictionary<string, IReadOnlyDictionary<string, long>> counts)
    {
        List<string> rows = [.. groups.Keys.Order(StringComparer.Ordinal)];
        List<string> sexes = [.. counts.Values.SelectMany(c => c.Keys).Append(Unknown).Distinct().Order(StringComparer.Ordinal)];
        return new(rows, sexes, (r, c) =>
        {
            var told = counts[rows[r]];
            return told.Count == 0 && sexes[c] == Unknown ? groups[rows[r]].Count : told.GetValueOrDefault(sexes[c]);
        });
    }
}
