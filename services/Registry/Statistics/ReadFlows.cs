using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Statistics;

partial class StatisticsService
{
    public override async Task<Proto.ReadFlowsResponse> ReadFlows(Proto.ReadFlowsRequest request, ServerCallContext context)
    {
        var table = tables[Read.Code(request.Table, "table", tables.Codes)];
        var country = Read.Country(request.Country, "country");
        var today = clock.TodayIn(country);
        var year = Read.Number(request.Year == 0 ? today.Year : request.Year, "year", 2000, today.Year);

        // Of the present month nothing is told: two answers of one day would tell who crossed between them.
        var (from, thisMonth) = (new DateOnly(year, 1, 1), new DateOnly(today.Year, today.Month, 1));
        var before = from.AddYears(1) < thisMonth ? from.AddYears(1) : thisMonth;
        var counts = await flows.Read(table, country, from, before, context.CancellationToken);
        Suppression.Apply(counts, cells.Threshold);
        return new() { Title = table.Title, From = table.IsStock ? null : from.ToProto(), Before = before.ToProto(), Threshold = cells.Threshold, Counts = { Counts(counts, 2) } };
    }
}
