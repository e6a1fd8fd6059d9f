using System.Globalization;
using System.Text.Json;
using Gms.Events.V1;
using Gms.Type.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Npgsql;

namespace Gms.Platform;

/// <summary>Events.Replay: the outbox is the event log. Only transactions older than every running one are sent, so no event can appear behind a position already sent.</summary>
sealed class EventsService(NpgsqlDataSource database, Call call) : Gms.Events.V1.Events.EventsBase
{
    const int Page = 1000;

    public override async Task Replay(ReplayRequest request, IServerStreamWriter<ReplayedEvent> responseStream, ServerCallContext context)
    {
        var (xid, position) = ReadPosition(request.After);
        var name = Read.OptionalText(request.Name, "name");
        while (true)
        {
            var page = await ReadPage(xid, position, name, context.CancellationToken);
            foreach (var (at, row) in page)
            {
                Disclose(row);
                await responseStream.WriteAsync(row);
                (xid, position) = at;
            }
            if (page.Count < Page)
                return;
        }
    }

    /// <summary>A person who replays reads what happened to each worker. A service reads to build its own tables, which disclose when they are read.</summary>
    void Disclose(ReplayedEvent row)
    {
        if (call.Caller.Actor is not null)
            return;
        using var body = JsonDocument.Parse(row.Body);
        if (body.RootElement.TryGetProperty("workerNumber", out var one) && one.GetString() is { Length: > 0 } number)
            call.Disclose(number, "events");
        if (body.RootElement.TryGetProperty("workerNumbers", out var many) && many.ValueKind is JsonValueKind.Array)
            foreach (var worker in many.EnumerateArray())
                call.Disclose(worker.GetString()!, "events");
    }

    async Task<List<((string Xid, long Position) At, ReplayedEvent Row)>> ReadPage(string xid, long position, string? name, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            $"""
            SELECT xid::text, position, name, event_id, subject_id, subject_version, occurred_at, body FROM outbox
            WHERE (xid, position) > ($1::text::xid8, $2) AND xid < pg_snapshot_xmin(pg_current_snapshot()) AND ($3::text IS NULL OR name = $3)
            ORDER BY xid, position LIMIT {Page}
            """);
        command.Parameters.Add(new() { Value = xid });
        command.Parameters.Add(new() { Value = position });
        command.Parameters.Add(new() { Value = (object?)name ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        await using var row = await command.ExecuteReaderAsync(cancel);
        var page = new List<((string, long), ReplayedEvent)>();
        while (await row.ReadAsync(cancel))
            page.Add(((row.GetString(0), row.GetInt64(1)), new()
            {
                Position = $"{row.GetString(0)}:{row.GetInt64(1)}",
                Name = row.GetString(2),
                EventId = row.GetGuid(3).ToString(),
                SubjectId = row.GetString(4),
                SubjectVersion = row.GetInt64(5),
                OccurredAt = Timestamp.FromDateTimeOffset(row.GetFieldValue<DateTimeOffset>(6)),
                Body = row.GetString(7),
            }));
        return page;
    }

    static (string Xid, long Position) ReadPosition(string text)
    {
        if (text.Length == 0)
            return ("0", 0);
        return text.Split(':') is [var xid, var position] && ulong.TryParse(xid, CultureInfo.InvariantCulture, out _) && long.TryParse(position, CultureInfo.InvariantCulture, out var number)
            ? (xid, number)
            : throw Refuse.Invalid(PlatformProblems.ReplayPositionMalformed());
    }
}
