using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Gms.Platform;

/// <summary>Writes work items that were opened. One that is there already stays as it is: finding a thing twice is no failure.</summary>
static class WorkItemRows
{
    public static async Task Insert(ServiceDb db, IReadOnlyList<WorkItem> opened, Call call, CancellationToken cancel)
    {
        var transaction = (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        foreach (var item in opened)
        {
            await using var command = new NpgsqlCommand(
                """
                WITH opened AS (
                    INSERT INTO work_items (id, kind, key, country, subjects, facts, decisions, decided_by_call, opened_at, due_on)
                    VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7, $8, $9, $10)
                    ON CONFLICT (kind, key) DO NOTHING RETURNING id, opened_at)
                INSERT INTO work_item_steps (work_item_id, number, what, at, account, organisation) SELECT id, 1, 'Opened', opened_at, $11, $12 FROM opened
                """, transaction.Connection, transaction)
            {
                Parameters =
                {
                    new() { Value = item.Id },
                    new() { Value = item.Kind },
                    new() { Value = item.Key },
                    new() { Value = item.Country },
                    new() { Value = item.Subjects.ToArray() },
                    new() { Value = JsonSerializer.Serialize(item.Facts, JsonSerializerOptions.Default) },
                    new() { Value = item.Decisions.ToArray() },
                    new() { Value = (object?)item.DecidedByCall ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text },
                    new() { Value = item.OpenedAt.ToUniversalTime() },
                    new() { Value = (object?)item.DueOn ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Date },
                    new() { Value = call.Caller.Account },
                    new() { Value = call.Caller.Organisation },
                },
            };
            await command.ExecuteNonQueryAsync(cancel);
        }
    }
}
