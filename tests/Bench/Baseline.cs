using System.Net;
using Gms.Bench.V1;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace Gms.Bench;

/// <summary>The same SQL behind an otherwise empty gRPC method on the same engine, in a process of its own: no tokens, no rules, no answer to speak of.</summary>
sealed class Baseline(Databases databases, Payload payload) : V1.Baseline.BaselineBase
{
    /// <summary>Serves until its input is closed; the first line it prints is its address.</summary>
    public static async Task<int> Serve()
    {
        await using var databases = new Databases(Environment.GetEnvironmentVariable("BENCH_REGISTRY") ?? "", Environment.GetEnvironmentVariable("BENCH_SOCIAL_SECURITY")!);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.Http2.MaxStreamsPerConnection = 1000;
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
        });
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(databases);
        if (databases.Registry is { } registry)
            builder.Services.AddSingleton(await Payload.Of(registry));

        await using var app = builder.Build();
        if (databases.Registry is not null)
            app.MapGrpcService<Baseline>();
        app.MapGrpcService<CoverageBaseline>();
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single());
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
        return 0;
    }

    public override async Task<Answer> CheckCoverage(Question request, ServerCallContext context)
    {
        await using var batch = databases.SocialSecurity.CreateBatch();
        batch.BatchCommands.Add(Coverage(request.WorkerNumber));
        batch.BatchCommands.Add(Audit("read", "coverage-checked", Sql.CheckCoverageCall, "social-security", request.WorkerNumber, "coverage"));
        await using var row = await batch.ExecuteReaderAsync(context.CancellationToken);
        return new() { Rows = await Memberships(row) };
    }

    public override async Task<Answer> QueryCoverage(Question request, ServerCallContext context)
    {
        await using var batch = databases.SocialSecurity.CreateBatch();
        batch.BatchCommands.Add(Coverage(request.WorkerNumber));
        await using var row = await batch.ExecuteReaderAsync(context.CancellationToken);
        return new() { Rows = await Memberships(row) };
    }

    public override async Task<Answer> RegisterDeparture(Question request, ServerCallContext context)
    {
        var (id, requestId, number) = (Guid.CreateVersion7(), Guid.NewGuid(), request.WorkerNumber);
        var rows = 0;
        await using var connection = await databases.Registry!.OpenConnectionAsync(context.CancellationToken);
        foreach (var read in new[] { Command(Sql.Answered, Id(requestId)), Command(Sql.Numbers, Text(number)), Command(Sql.WorkerOnRecord, Text(number)), Command(Sql.Earlier, Id(requestId)) })
        {
            await using var batch = new NpgsqlBatch(connection) { BatchCommands = { read } };
            await using var row = await batch.ExecuteReaderAsync(context.CancellationToken);
            while (await row.ReadAsync(context.CancellationToken))
                rows++;
        }

        rows += await Save(
            connection,
            Command(Sql.Receipt, Id(id), Id(requestId), Text(number)),
            Audit("change", "departure-registered", Sql.RegisterDepartureCall, "departure-clearance", null, null));
        rows += await Save(
            connection,
            Command(Sql.Decided, Id(id)),
            Command(Sql.Decision, Id(id), new NpgsqlParameter<string> { TypedValue = payload.Findings, NpgsqlDbType = NpgsqlDbType.Jsonb }),
            Command(Sql.Event, Id(Guid.CreateVersion7()), Text(Payload.RegisteredName), Text(id.ToString()), Text(payload.Registered)),
            Command(Sql.Event, Id(Guid.CreateVersion7()), Text(Payload.ClearedName), Text(id.ToString()), Text(payload.Cleared)),
            Audit("change", "departure-registered", Sql.RegisterDepartureCall, "departure-clearance", number, Sql.DecisionFields));
        return new() { Rows = rows };
    }

    static async Task<int> Save(NpgsqlConnection connection, params NpgsqlBatchCommand[] commands)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var command in commands)
            batch.BatchCommands.Add(command);
        var rows = await batch.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
        return rows;
    }

    static async Task<int> Memberships(NpgsqlDataReader row)
    {
        var rows = 0;
        while (await row.ReadAsync())
        {
            row.GetFieldValue<NpgsqlRange<DateOnly>[]>(5);
            rows++;
        }
        return rows;
    }

    static NpgsqlBatchCommand Coverage(string number) => Command(Sql.Coverage, Text(number));

    static NpgsqlBatchCommand Audit(string kind, string happened, string call, string purpose, string? subject, string? fields) =>
        Command(Sql.Audit, Id(Guid.CreateVersion7()), Text(kind), Text(happened), Text(call), Text(purpose), Text(subject), Text(fields));

    static NpgsqlBatchCommand Command(string sql, params NpgsqlParameter[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(value);
        return command;
    }

    static NpgsqlParameter<Guid> Id(Guid value) => new() { TypedValue = value };

    static NpgsqlParameter Text(string? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };
}

/// <summary>The baselines' own copies of two services' databases, with pools like the services'.</summary>
sealed class Databases(string registry, string socialSecurity) : IAsyncDisposable
{
    /// <summary>Null where coverage alone is measured.</summary>
    public NpgsqlDataSource? Registry { get; } = registry.Length == 0 ? null : NpgsqlDataSource.Create(registry);

    public NpgsqlDataSource SocialSecurity { get; } = NpgsqlDataSource.Create(socialSecurity);

    public async ValueTask DisposeAsync()
    {
        if (Registry is not null)
            await Registry.DisposeAsync();
        await SocialSecurity.DisposeAsync();
    }
}
