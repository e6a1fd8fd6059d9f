using Gms.Platform;
using Gms.Registry.Documents;
using Gms.Registry.Documents.Formats;
using Npgsql;

namespace Gms.Registry.Workers;

/// <summary>One batch of what is under an older key: persons without a key of their own first, then keys, numbers, contacts.</summary>
sealed class KeyRenewal(PersonKeys keys, ColumnCipher cipher, DocumentKinds kinds)
{
    const int Batch = 200;

    /// <returns>How many rows were renewed; 0 when nothing is left.</returns>
    public async Task<int> NextBatch(NpgsqlConnection connection, CancellationToken cancel)
    {
        foreach (var kind in new[] { GiveKeys, WrapKeys, HashNumbers, HashContacts })
            if (await kind(connection, cancel) is > 0 and var renewed)
                return renewed;
        return 0;
    }

    /// <summary>Records from before persons had keys. Their numbers stay readable under the service's key until they are written anew here.</summary>
    async Task<int> GiveKeys(NpgsqlConnection connection, CancellationToken cancel)
    {
        var people = await Rows(connection, "SELECT id FROM workers WHERE person_key IS NULL AND key_destroyed_at IS NULL LIMIT $1", r => r.GetGuid(0), cancel);
        foreach (var id in people)
        {
            var key = keys.New(id);
            var person = keys.Open(key.Bytes, id);
            await using var transaction = await connection.BeginTransactionAsync(cancel);
            // The row is locked first: a document that is added meanwhile waits, and then fails instead of being missed.
            if (await Do(connection, "UPDATE workers SET person_key = $2, key_version = $3 WHERE id = $1 AND person_key IS NULL AND key_destroyed_at IS NULL", cancel, id, key.Bytes, key.Version) == 1)
                foreach (var (document, number) in await Rows(connection, "SELECT id, number_encrypted FROM documents WHERE worker_id = $2 LIMIT $1", r => (r.GetGuid(0), r.GetFieldValue<byte[]>(1)), cancel, id))
                    await Do(connection, "UPDATE documents SET number_encrypted = $2 WHERE id = $1", cancel, document, person.Encrypt(person.Decrypt(number, document)!, document));
            await transaction.CommitAsync(cancel);
        }
        return people.Count;
    }

    async Task<int> WrapKeys(NpgsqlConnection connection, CancellationToken cancel)
    {
        var old = await Rows(connection, "SELECT id, person_key FROM workers WHERE key_version < $2 LIMIT $1", r => (Id: r.GetGuid(0), Key: r.GetFieldValue<byte[]>(1)), cancel, keys.Version);
        foreach (var (id, key) in old)
        {
            var renewed = keys.Renewed(key, id);
            await Do(connection, "UPDATE workers SET person_key = $3, key_version = $4 WHERE id = $1 AND person_key = $2", cancel, id, key, renewed.Bytes, renewed.Version);
        }
        return old.Count;
    }

    async Task<int> HashNumbers(NpgsqlConnection connection, CancellationToken cancel)
    {
        var old = await Rows(connection,
            """
            SELECT d.id, d.kind, d.issuer, d.number_encrypted, w.id, w.person_key FROM documents d JOIN workers w ON w.id = d.worker_id
            WHERE d.hash_version < $2 AND w.person_key IS NOT NULL LIMIT $1
            """,
            r => (Id: r.GetGuid(0), Kind: r.GetString(1), Issuer: r.GetString(2), Number: r.GetFieldValue<byte[]>(3), Person: r.GetGuid(4), Key: r.GetFieldValue<byte[]>(5)), cancel, cipher.SearchVersion);
        foreach (var row in old)
        {
            var number = keys.Open(row.Key, row.Person).Decrypt(row.Number, row.Id)!;
            var hash = cipher.SearchHash(NumberText.Compared(kinds.Format(row.Kind, row.Issuer), number));
            try
            {
                await Do(connection, "UPDATE documents SET number_hash = $2, hash_version = $3 WHERE id = $1", cancel, row.Id, hash.Bytes, hash.Version);
            }
            catch (PostgresException twice) when (twice.ConstraintName == "documents_number_once")
            {
                await Do(connection, "UPDATE documents SET number_hash = $2, hash_version = $3, disputed_reason = $4 WHERE id = $1", cancel,
                    row.Id, hash.Bytes, hash.Version, "Recorded twice while search keys were renewed.");
            }
        }
        return old.Count;
    }

    async Task<int> HashContacts(NpgsqlConnection connection, CancellationToken cancel)
    {
        var old = await Rows(connection,
            """
            SELECT c.id, c.kind, c.value_encrypted, w.id, w.person_key FROM worker_contacts c JOIN workers w ON w.id = c.worker_id
            WHERE c.hash_version < $2 AND w.person_key IS NOT NULL LIMIT $1
            """,
            r => (Id: r.GetGuid(0), Kind: Enum.Parse<ContactKind>(r.GetString(1)), Value: r.GetFieldValue<byte[]>(2), Person: r.GetGuid(3), Key: r.GetFieldValue<byte[]>(4)), cancel, cipher.SearchVersion);
        foreach (var row in old)
        {
            var hash = cipher.SearchHash(ContactHashes.Text(row.Kind, keys.Open(row.Key, row.Person).Decrypt(row.Value, row.Id)!));
            await Do(connection, "UPDATE worker_contacts SET value_hash = $2, hash_version = $3 WHERE id = $1", cancel, row.Id, hash.Bytes, hash.Version);
        }
        return old.Count;
    }

    /// <summary>Reads a batch: $1 is its size, what follows are the values.</summary>
    static async Task<List<T>> Rows<T>(NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> row, CancellationToken cancel, params object[] values)
    {
        await using var command = Command(connection, sql, [Batch, .. values]);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        List<T> rows = [];
        while (await reader.ReadAsync(cancel))
            rows.Add(row(reader));
        return rows;
    }

    static async Task<int> Do(NpgsqlConnection connection, string sql, CancellationToken cancel, params object[] values)
    {
        await using var command = Command(connection, sql, values);
        return await command.ExecuteNonQueryAsync(cancel);
    }

    static NpgsqlCommand Command(NpgsqlConnection connection, string sql, object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }
}
