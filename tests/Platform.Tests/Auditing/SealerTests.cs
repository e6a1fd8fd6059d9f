using Gms.Platform.Tests.Probe;
using Gms.Testing;
using Npgsql;
using Xunit;

namespace Gms.Platform.Tests.Auditing;

/// <summary>What the sealer takes, and when.</summary>
public sealed class SealerTests
{
    static readonly KeyValuePair<string, string?> Often = new("Seals:EveryMilliseconds", "5");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_the_order_of_transactions_each_row_is_sealed_once_and_none_is_left_out(int seed)
    {
        await using var host = new ProbeHost(null, null, "Probe", Often);
        await host.InitializeAsync();
        await using var database = NpgsqlDataSource.Create(host.Database.AppConnection);
        await using var owner = NpgsqlDataSource.Create(host.Database.OwnerConnection);
        var random = new Random(seed);
        var running = new List<(NpgsqlConnection Connection, NpgsqlTransaction Transaction, int Rows)>();
        var committed = 0L;

        for (var step = 0; step < 250; step++)
        {
            var choice = random.Next(10);
            if (choice < 3 && running.Count < 8)
            {
                var connection = await database.OpenConnectionAsync();
                running.Add((connection, await connection.BeginTransactionAsync(), 0));
            }
            else if (choice < 7 && running.Count > 0)
            {
                var at = random.Next(running.Count);
                await Insert(running[at].Connection, running[at].Transaction);
                running[at] = running[at] with { Rows = running[at].Rows + 1 };
            }
            else if (running.Count > 0)
            {
                var at = random.Next(running.Count);
                var (connection, transaction, rows) = running[at];
                running.RemoveAt(at);
                if (choice == 9)
                    await transaction.RollbackAsync();
                else
                {
                    await transaction.CommitAsync();
                    committed += rows;
                }
                await transaction.DisposeAsync();
                await connection.DisposeAsync();
            }
        }

        // While transactions run, what is sealed holds although it is not all.
        var verdict = await Verify(host, owner);
        Assert.Empty(verdict.Faults);
        Assert.Equal(committed, verdict.SealedRows + verdict.UnsealedRows);

        foreach (var (connection, transaction, rows) in running)
        {
            await transaction.CommitAsync();
            committed += rows;
            await transaction.DisposeAsync();
            await connection.DisposeAsync();
        }
        await Until.True("all sealed", async () => (await Verify(host, owner)).UnsealedRows == 0);

        verdict = await Verify(host, owner);
        Assert.Empty(verdict.Faults);
        Assert.Equal(committed, verdict.SealedRows);
        Assert.Equal(0, await Number(owner, "SELECT count(*) FROM audit a WHERE 1 <> (SELECT count(*) FROM seals s WHERE a.xid >= s.from_xid AND a.xid < s.to_xid)"));
    }

    [Fact]
    public async Task Rows_of_a_long_transaction_and_all_that_came_after_it_wait_for_it()
    {
        await using var host = new ProbeHost(null, null, "Probe", Often);
        await host.InitializeAsync();
        await using var owner = NpgsqlDataSource.Create(host.Database.OwnerConnection);
        await host.Officer.AddProbeAsync(A.Probe());
        await Until.True("sealed", async () => (await Verify(host, owner)).SealedRows == 1);

        await using (var connection = await owner.OpenConnectionAsync())
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await Insert(connection, transaction);
            await host.Officer.AddProbeAsync(A.Probe());
            Assert.Equal((1, 1), await Counts(host, owner));
            await transaction.CommitAsync();
        }

        await Until.True("sealed", async () => await Counts(host, owner) == (3, 0));
        Assert.Empty((await Verify(host, owner)).Faults);
    }

    [Fact]
    public async Task A_seal_whose_copy_outside_was_lost_in_a_crash_is_copied_at_the_next_start()
    {
        await using var database = await TestDatabase.Make();
        var folder = Directory.CreateTempSubdirectory("gms-seals").FullName;
        KeyValuePair<string, string?>[] settings = [Often, new("Keys:Folder", Path.Combine(folder, "keys")), new("Seals:Folder", Path.Combine(folder, "seals"))];
        await using var owner = NpgsqlDataSource.Create(database.OwnerConnection);
        for (var start = 1; start <= 3; start++)
        {
            await using var host = new ProbeHost(null, database, "Probe", settings);
            await host.InitializeAsync();
            await host.Officer.AddProbeAsync(A.Probe());
            Task<AuditVerdict> Verdict() => AuditVerifier.Verify(owner, new KeyFolder(Path.Combine(folder, "keys"), false), host.Service.Identity, new(Path.Combine(folder, "seals"), default), default);
            await Until.True($"sealed and copied at start {start}", async () => await Verdict() is { UnsealedRows: 0, Faults.Count: 0 } v && v.SealedRows == start);
            await host.Stop();

            // The machine went down between the database's commit and the file's last byte.
            var file = Path.Combine(folder, "seals", "probe.jsonl");
            var text = await File.ReadAllTextAsync(file);
            await File.WriteAllTextAsync(file, start == 1 ? "" : text[..^40]);
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Verifying_while_the_sealer_works_finds_no_fault_and_tells_what_is_not_sealed_yet()
    {
        await using var host = new ProbeHost(null, null, "Probe", Often);
        await host.InitializeAsync();
        await using var owner = NpgsqlDataSource.Create(host.Database.OwnerConnection);
        for (var round = 0; round < 60; round++)
        {
            await host.Officer.AddProbeAsync(A.Probe());
            var verdict = await Verify(host, owner);
            Assert.Empty(verdict.Faults);
            Assert.True(verdict.SealedRows + verdict.UnsealedRows >= round + 1);
        }
        await Until.True("sealed", async () => await Verify(host, owner) is { UnsealedRows: 0, SealedAt: not null });
    }

    static Task<AuditVerdict> Verify(ProbeHost host, NpgsqlDataSource owner) =>
        AuditVerifier.Verify(owner, new KeyFolder(Path.Combine(host.Folder, "keys"), mayCreate: true), host.Service.Identity, new(host.Folder, default), CancellationToken.None);

    static async Task<(long Sealed, long Unsealed)> Counts(ProbeHost host, NpgsqlDataSource owner) => await Verify(host, owner) is var v ? (v.SealedRows, v.UnsealedRows) : default;

    static async Task Insert(NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        await using var command = new NpgsqlCommand(
            "INSERT INTO audit (id, at, kind, event, call, account, organisation, purpose, correlation_id) VALUES (gen_random_uuid(), now(), 'read', 'e', 'c', 'a', 'o', 'p', 'i')", connection, transaction);
        await command.ExecuteNonQueryAsync();
    }

    static async Task<long> Number(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
