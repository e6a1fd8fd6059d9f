using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Statistics;

partial class StatisticsService
{
    public override Task<Proto.ListFlowTablesResponse> ListFlowTables(Proto.ListFlowTablesRequest request, ServerCallContext context) => Task.FromResult(new Proto.ListFlowTablesResponse
    {
        Tables = { tables.All.Select(t => new Proto.FlowTable { Code = t.Code, Title = t.Title, OfOrigin = t.Of == FlowSide.Origin }) },
    });
}
