using System.Text.Json;
using Gms.Imports.V1;
using Google.Protobuf.WellKnownTypes;
using Npgsql;
using NpgsqlTypes;

namespace Gms.Platform;

/// <summary>An import as it is on record.</summary>
sealed record ImportRecord(Guid Id, string Call, string Account, string Organisation, string Country, bool DryRun, string? Label, string? UncheckedReason,
    long ExpectedRows, long NextRow, long Version, long Accepted, long Matched, long ForReview, long Refused, bool Done, DateTime StartedAt, DateTime UpdatedAt)
{
    public ImportProgress ToProto() => new()
    {
        ImportId = Id.ToString(),
        State = Done ? ImportState.Done : ImportState.Open,
        NextRow = NextRow,
        ExpectedRows = ExpectedRows,
        Accepted = Accepted,
        Matched = Matched,
        ForReview = ForReview,
        Refused = Refused,
        DryRun = DryRun,
        StartedAt = Timestamp.FromDateTime(StartedAt),
        UpdatedAt = Timestamp.FromDateTime(UpdatedAt),
        Label = Label ?? "",
    };
}

/// <summary>The tables imports and import_pieces.</summary>
static class ImportStore
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static async Task<ImportRecord?> Find(NpgsqlConnection connection, Guid id, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT id, call, account, organisation, country, dry_run, label, unchecked_reason, expected_rows, next_row, version, accepted, matched, for_review, refused, done, started_at, updated_at
            FROM imports WHERE id = $1
            """, connection) { Parameters = { new() { Value = id } } };
        await using var row = await command.ExecuteReaderAsync(cancel);
        if (!await row.ReadAsync(cancel))
            return null;
        string? Text(int i) => row.IsDBNull(i) ? null : row.GetString(i);
        return new(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetBoolean(5), Text(6), Text(7),
            row.GetInt64(8), row.GetInt64(9), row.GetInt64(10), row.GetInt64(11), row.GetInt64(12), row.GetInt64(13), row.GetInt64(14), row.GetBoolean(15), row.GetDateTime(16), row.GetDateTime(17));
    }

    /// <summary>Begins an import, or leaves the one that is there.</summary>
    public static async Task Begin(NpgsqlConnection connection, ImportRecord import, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            """
            INSERT INTO imports (id, call, account, organisation, country, dry_run, label, unchecked_reason, expected_rows)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING
            """, connection)
        {
            Parameters =
            {
                new() { Value = import.Id }, new() { Value = import.Call }, new() { Value = import.Account }, new() { Value = import.Organisation }, new() { Value = import.Country }, new() { Value = import.DryRun },
                new() { Value = (object?)import.Label ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text }, new() { Value = (object?)import.UncheckedReason ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text }, new() { Value = import.ExpectedRows },
            },
        };
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Moves an import on by a piece. The rows that it counts from must be those at which it stands, or nothing is written.</summary>
    public static async Task Move(NpgsqlConnection connection, Guid id, long firstRow, IReadOnlyList<RowResult> results, bool saved, CancellationToken cancel)
    {
        long Count(RowOutcome outcome) => results.Count(r => r.Outcome == outcome);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new(
                    """
                    UPDATE imports SET next_row = next_row + $3, accepted = accepted + $4, matched = matched + $5, for_review = for_review + $6, refused = refused + $7, version = version + $8, done = false, updated_at = now()
                    WHERE id = $1 AND next_row = $2
                    """)
                {
                    Parameters =
                    {
                        new() { Value = id }, new() { Value = firstRow }, new() { Value = (long)results.Count }, new() { Value = Count(RowOutcome.Accepted) }, new() { Value = Count(RowOutcome.Matched) },
                        new() { Value = Count(RowOutcome.ForReview) }, new() { Value = Count(RowOutcome.Refused) }, new() { Value = saved ? 1L : 0L },
                    },
                },
                new("INSERT INTO import_pieces (import_id, first_row, outcomes, ids, problems) VALUES ($1, $2, $3, $4, $5)")
                {
                    Parameters =
                    {
                        new() { Value = id }, new() { Value = firstRow }, new() { Value = results.Select(r => (short)r.Outcome).ToArray() }, new() { Value = results.Select(r => r.Id).ToArray() },
                        new() { Value = (object?)Problems(results) ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Jsonb },
                    },
                },
            },
        };
        await batch.ExecuteNonQueryAsync(cancel);
        if (batch.BatchCommands[0].RecordsAffected != 1)
            throw Refuse.SomebodyWasFaster(PlatformProblems.SomebodyWasFaster());
    }

    /// <summary>Once the rows that the header announced are there; where it announced none, at the end of the stream.</summary>
    public static async Task Finish(NpgsqlConnection connection, Guid id, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("UPDATE imports SET done = true, updated_at = now() WHERE id = $1 AND NOT done AND next_row > expected_rows", connection) { Parameters = { new() { Value = id } } };
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>What became of the rows of one piece.</summary>
    public static IEnumerable<ImportedRow> Rows(long firstRow, short[] outcomes, string[] ids, string? problems)
    {
        var byPlace = problems is null ? [] : JsonSerializer.Deserialize<Dictionary<int, List<Problem>>>(problems, Json)!;
        for (var i = 0; i < outcomes.Length; i++)
        {
            var row = new ImportedRow { Row = firstRow + i, Outcome = (RowOutcome)outcomes[i], Id = ids[i] };
            if (byPlace.TryGetValue(i, out var told))
                row.Problems.AddRange(told.Select(Statuses.ToProto));
            yield return row;
        }
    }

    static string? Problems(IReadOnlyList<RowResult> results)
    {
        var told = results.Select((r, i) => (r, i)).Where(x => x.r.Problems.Count > 0).ToDictionary(x => x.i, x => x.r.Problems);
        return told.Count == 0 ? null : JsonSerializer.Serialize(told, Json);
    }
}
