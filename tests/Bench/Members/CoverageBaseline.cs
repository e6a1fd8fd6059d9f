using Gms.Bench.V1;
using Grpc.Core;
using Npgsql;
using NpgsqlTypes;

namespace Gms.Bench;

/// <summary>A coverage check's SQL behind otherwise empty gRPC methods, on the service's own members; the disclosures go to a table like the service's audit.</summary>
sealed class CoverageBaseline(Databases databases) : V1.CoverageBaseline.CoverageBaselineBase
{
    public override Task<Answer> CheckCoverage(Question request, ServerCallContext context) =>
        WithAudit(Command(Sql.CoverageOfMany, new NpgsqlParameter<string[]> { TypedValue = [request.WorkerNumber] }), 6, request, context);

    public override Task<Answer> PlainCoverage(Question request, ServerCallContext context) =>
        WithAudit(Command(Sql.Coverage, Text(request.WorkerNumber)), 5, request, context);

    public override async Task<Answer> OneRow(Question request, ServerCallContext context)
    {
        await using var command = databases.SocialSecurity.CreateCommand(Sql.OneMembership);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = Guid.Parse(request.Id) });
        await using var row = await command.ExecuteReaderAsync(context.CancellationToken);
        return new() { Rows = await Read(row, 5) };
    }

    async Task<Answer> WithAudit(NpgsqlBatchCommand query, int months, Question request, ServerCallContext context)
    {
        await using var batch = databases.SocialSecurity.CreateBatch();
        batch.BatchCommands.Add(query);
        batch.BatchCommands.Add(Command(Sql.AuditBeside, new NpgsqlParameter<Guid> { TypedValue = Guid.CreateVersion7() }, Text("read"), Text("coverage-checked"),
            Text(Sql.CheckCoverageCall), Text("social-security"), Text(request.WorkerNumber), Text("coverage")));
        await using var row = await batch.ExecuteReaderAsync(context.CancellationToken);
        return new() { Rows = await Read(row, months) };
    }

    static async Task<int> Read(NpgsqlDataReader row, int months)
    {
        var rows = 0;
        while (await row.ReadAsync())
        {
            row.GetFieldValue<NpgsqlRange<DateOnly>[]>(months);
            rows++;
        }
        return rows;
    }

    static NpgsqlBatchCommand Command(string sql, params NpgsqlParameter[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(value);
        return command;
    }

    static NpgsqlParameter<string> Text(string value) => new NpgsqlParameter<string> { TypedValue = value };
}
