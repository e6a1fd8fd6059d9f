using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Statistics;

partial class StatisticsService
{
    const int MostDimensions = 2;

    public override async Task<Proto.CountWorkersResponse> CountWorkers(Proto.CountWorkersRequest request, ServerCallContext context)
    {
        var country = Read.Country(request.Country, "country");
        var by = request.GroupBy.Select((dimension, i) => Read.Value<Proto.Dimension, Dimension>(dimension, $"group_by[{i}]")).ToList();
        call.MustReach(Reach.Country(country), "country");

        Refuse.IfInvalid(ToCount(by));

        var today = clock.TodayIn(country);
        var month = new DateOnly(today.Year, today.Month, 1);
        var table = await workers.Count(country, by, month.StartIn(country), month, context.CancellationToken);
        Suppression.Apply(table, cells.Threshold);
        return new() { EnrolledBefore = month.ToProto(), Threshold = cells.Threshold, Counts = { Counts(table, by.Count) } };
    }

    static IEnumerable<Problem> ToCount(List<Dimension> by)
    {
        if (by.Count > MostDimensions)
            yield return Problems.StatisticsTooManyDimensions(MostDimensions);
        if (by.Distinct().Count() < by.Count)
            yield return Problems.StatisticsDimensionTwice();
    }

    /// <summary>The total first, then what was asked; a table of one column has no totals of its rows beside them.</summary>
    static IEnumerable<Proto.WorkerCount> Counts(CountTable table, int dimensions)
    {
        for (var r = 0; r <= (dimensions > 0 ? table.Rows.Count : 0); r++)
            for (var c = 0; c <= (dimensions > 1 ? table.Columns.Count : 0); c++)
            {
                string[] values = [r == 0 ? "" : table.Rows[r - 1], c == 0 ? "" : table.Columns[c - 1]];
                yield return new() { Values = { values.Take(dimensions) }, Suppressed = table.IsHidden(r, c), Count = table.IsHidden(r, c) ? 0 : table[r, c] };
            }
    }
}
