using Gms.Imports.V1;
using Grpc.Core;
using Npgsql;

namespace Gms.Platform;

/// <summary>The calls of protos/gms/imports/v1/imports.proto, served by every service that takes rows in bulk.</summary>
sealed class ImportsService(NpgsqlDataSource database, Call call) : Gms.Imports.V1.Imports.ImportsBase
{
    static readonly TimeSpan LongestWatch = TimeSpan.FromMinutes(10);
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    public override async Task<GetImportResponse> GetImport(GetImportRequest request, ServerCallContext context)
    {
        await using var connection = await database.OpenConnectionAsync(context.CancellationToken);
        return new() { Progress = (await Find(connection, request.ImportId, context.CancellationToken)).ToProto() };
    }

    public override async Task WatchImport(WatchImportRequest request, IServerStreamWriter<WatchImportResponse> responseStream, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var until = TimeProvider.System.GetUtcNow() + LongestWatch;
        var (row, done) = (0L, false);
        await using var connection = await database.OpenConnectionAsync(cancel);
        while (!done && TimeProvider.System.GetUtcNow() < until)
        {
            var import = await Find(connection, request.ImportId, cancel);
            if (import.NextRow != row || import.Done)
                await responseStream.WriteAsync(new() { Progress = import.ToProto() }, cancel);
            (row, done) = (import.NextRow, import.Done);
            if (!done)
                await Task.Delay(Look, cancel);
        }
    }

    public override async Task ListImportRows(ListImportRowsRequest request, IServerStreamWriter<ListImportRowsResponse> responseStream, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var fromRow = Read.Number(request.FromRow, "from_row", 0, long.MaxValue);
        await using var connection = await database.OpenConnectionAsync(cancel);
        var import = await Find(connection, request.ImportId, cancel);

        await using var command = new NpgsqlCommand("SELECT first_row, outcomes, ids, problems FROM import_pieces WHERE import_id = $1 AND first_row + cardinality(outcomes) > $2 ORDER BY first_row", connection)
        {
            Parameters = { new() { Value = import.Id }, new() { Value = fromRow } },
        };
        await using var piece = await command.ExecuteReaderAsync(cancel);
        while (await piece.ReadAsync(cancel))
        {
            var answer = new ListImportRowsResponse();
            answer.Rows.AddRange(ImportStore.Rows(piece.GetInt64(0), piece.GetFieldValue<short[]>(1), piece.GetFieldValue<string[]>(2), piece.IsDBNull(3) ? null : piece.GetString(3))
                .Where(r => r.Row >= fromRow && (request.Outcomes.Count == 0 || request.Outcomes.Contains(r.Outcome))));
            if (answer.Rows.Count == 0)
                continue;
            foreach (var row in answer.Rows.Where(r => WorkerNumber.Parse(r.Id) is not null))
                call.Disclose(row.Id, "import");
            await responseStream.WriteAsync(answer, cancel);
        }
    }

    async Task<ImportRecord> Find(NpgsqlConnection connection, string id, CancellationToken cancel)
    {
        var import = await ImportStore.Find(connection, Read.Id(id, "import_id"), cancel) ?? throw Refuse.NotFound(PlatformProblems.ImportNotFound());
        // An agency's own lists are those of its organisation.
        Guid[] agencies = call.Caller is { Agency: { } agency } && call.Caller.Organisation == import.Organisation ? [agency] : [];
        call.MustReach(new() { Organisations = [import.Organisation], Countries = [import.Country], Agencies = agencies }, PlatformProblems.ImportNotFound());
        return import;
    }
}
