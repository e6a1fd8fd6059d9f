using Gms.Platform;
using Grpc.Core;
using Npgsql;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Statistics;

partial class StatisticsService
{
    const long RebuildLock = 0x474D53464C4F5752;    // "GMSFLOWR"

    public override async Task<Proto.RebuildFlowsResponse> RebuildFlows(Proto.RebuildFlowsRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        _ = Read.Id(request.RequestId, "request_id");
        await using var holder = await database.OpenConnectionAsync(cancel);
        if (!await Ask(holder, "SELECT pg_try_advisory_lock($1)"))
            throw Refuse.NotNow(Problems.FlowRebuildRunning());
        try
        {
            var generation = await FlowCounts.Begin(db, cancel);
            var movements = await FlowCounts.ChangeOver(db, generation, cancel);
            return await db.Commit(new Proto.RebuildFlowsResponse { Movements = movements }, cancel);
        }
        finally
        {
            await Ask(holder, "SELECT pg_advisory_unlock($1)");
        }
    }

    static async Task<bool> Ask(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = RebuildLock } } };
        return (bool)(await command.ExecuteScalarAsync(CancellationToken.None))!;
    }
}
