using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace Gms.Registry.Duplicates;

/// <summary>Writes what others are compared with.</summary>
static class MatchRecords
{
    const string Columns = "worker_id, worker_number, country, names, birth_date, sex, nationality, province, father, mother, documents, contacts, keys";

    /// <summary>Of a new worker: saved with the worker by the call's commit.</summary>
    public static void Write(RegistryDb db, MatchRecord record) => db.MatchRecords.Add(record);

    /// <summary>Of a worker whose facts changed: saved with the change by the call's commit.</summary>
    public static async Task Rewrite(RegistryDb db, MatchRecord record, CancellationToken cancel)
    {
        if (await db.MatchRecords.FindAsync([record.WorkerId], cancel) is { } old)
            db.Entry(old).CurrentValues.SetValues(record);
        else
            db.MatchRecords.Add(record);
    }

    /// <summary>Of many new workers, in the transaction that the connection is in.</summary>
    public static async Task Copy(NpgsqlConnection connection, IEnumerable<MatchRecord> records, CancellationToken cancel)
    {
        await using var rows = await connection.BeginBinaryImportAsync($"COPY match_records ({Columns}) FROM STDIN (FORMAT binary)", cancel);
        foreach (var record in records)
        {
            await rows.StartRowAsync(cancel);
            await rows.WriteAsync(record.WorkerId, NpgsqlDbType.Uuid, cancel);
            await rows.WriteAsync(record.WorkerNumber, NpgsqlDbType.Varchar, cancel);
            await rows.WriteAsync(record.Country, NpgsqlDbType.Char, cancel);
            await rows.WriteAsync(record.Names, NpgsqlDbType.Text, cancel);
            await rows.WriteAsync(record.BirthDate.ToString(), NpgsqlDbType.Varchar, cancel);
            await rows.WriteAsync(record.Sex.ToString(), NpgsqlDbType.Varchar, cancel);
            await Optional(rows, record.Nationality, NpgsqlDbType.Char, cancel);
            await Optional(rows, record.Province, NpgsqlDbType.Varchar, cancel);
            await rows.WriteAsync(record.Father, NpgsqlDbType.Array | NpgsqlDbType.Bigint, cancel);
            await rows.WriteAsync(record.Mother, NpgsqlDbType.Array | NpgsqlDbType.Bigint, cancel);
            await rows.WriteAsync(record.Documents, NpgsqlDbType.Array | NpgsqlDbType.Bigint, cancel);
            await rows.WriteAsync(record.Contacts, NpgsqlDbType.Array | NpgsqlDbType.Bigint, cancel);
            await rows.WriteAsync(record.Keys, NpgsqlDbType.Array | NpgsqlDbType.Bigint, cancel);
        }
        await rows.CompleteAsync(cancel);
    }

    static Task Optional(NpgsqlBinaryImporter rows, string? text, NpgsqlDbType type, CancellationToken cancel) =>
        text is null ? rows.WriteNullAsync(cancel) : rows.WriteAsync(text, type, cancel);
}
