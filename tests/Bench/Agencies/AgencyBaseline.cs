using Gms.Bench.V1;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using NpgsqlTypes;

namespace Gms.Bench.Agencies;

/// <summary>A verdict on an agency: its SQL behind otherwise empty gRPC methods, on the service's own agencies; the audit goes to a table like the service's.</summary>
sealed class AgencyBaseline(AgencyDatabase database) : V1.AgencyBaseline.AgencyBaselineBase
{
    public static async Task<int> Serve(string connection)
    {
        await using var database = new AgencyDatabase(connection);
        var builder = Baseline.Builder();
        builder.Services.AddSingleton(database);
        await using var app = builder.Build();
        app.MapGrpcService<AgencyBaseline>();
        return await Baseline.UntilClosed(app);
    }

    public override async Task<Answer> VerifyAgency(Question request, ServerCallContext context)
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(7));
        await using var batch = database.Source.CreateBatch();
        batch.BatchCommands.Add(Command(AgencySql.Verdict, Id(request.Id), new NpgsqlParameter<int> { TypedValue = today.Year - 1 }, new NpgsqlParameter<DateTime> { TypedValue = DateTime.UtcNow.AddMonths(-24), NpgsqlDbType = NpgsqlDbType.TimestampTz }, new NpgsqlParameter<DateOnly> { TypedValue = today }, new NpgsqlParameter<DateTime> { TypedValue = new(today.Year - 1, 1, 1, 0, 0, 0, DateTimeKind.Utc), NpgsqlDbType = NpgsqlDbType.TimestampTz }));
        batch.BatchCommands.Add(Command(AgencySql.Licences, Id(request.Id)));
        batch.BatchCommands.Add(Command(AgencySql.Statements, Id(request.Id), new NpgsqlParameter<DateOnly> { TypedValue = new(today.Year, today.Month, 1) }, new NpgsqlParameter<long> { TypedValue = 5 }));
        batch.BatchCommands.Add(Command(AgencySql.Audit, new NpgsqlParameter<Guid> { TypedValue = Guid.CreateVersion7() }));
        await using var row = await batch.ExecuteReaderAsync(context.CancellationToken);
        var rows = 0;
        while (await row.ReadAsync(context.CancellationToken))
        {
            row.GetFieldValue<int[]>(12);
            row.GetFieldValue<int[]>(14);
            rows++;
        }
        await row.NextResultAsync(context.CancellationToken);
        while (await row.ReadAsync(context.CancellationToken))
        {
            row.GetFieldValue<string[]>(5);
            rows++;
        }
        return new() { Rows = rows };
    }

    public override async Task<Answer> OneRow(Question request, ServerCallContext context)
    {
        await using var command = database.Source.CreateCommand(AgencySql.OneRow);
        command.Parameters.Add(Id(request.Id));
        await using var row = await command.ExecuteReaderAsync(context.CancellationToken);
        return new() { Rows = await row.ReadAsync(context.CancellationToken) ? row.GetString(1).Length : 0 };
    }

    static NpgsqlParameter<Guid> Id(string id) => new() { TypedValue = Guid.Parse(id) };

    static NpgsqlBatchCommand Command(string sql, params NpgsqlParameter[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(value);
        return command;
    }
}

/// <summary>The service's own database, with a pool like the service's.</summary>
sealed class AgencyDatabase(string connection) : IAsyncDisposable
{
    public NpgsqlDataSource Source { get; } = NpgsqlDataSource.Create(connection);

    public ValueTask DisposeAsync() => Source.DisposeAsync();
}
