using System.Security.Cryptography;
using Gms.Platform.Tests.Probe;
using Microsoft.Extensions.Configuration;
using Npgsql;
using Xunit;

namespace Gms.Platform.Tests.Auditing;

/// <summary>A service with several seals over its audit, stopped; and the way back to that after each forgery.</summary>
public sealed class SealedService() : IAsyncLifetime
{
    readonly ProbeHost _host = new(null, null, "Probe", new KeyValuePair<string, string?>("Seals:EveryMilliseconds", "10"));
    string _outside = "";

    public NpgsqlDataSource Owner { get; private set; } = null!;

    internal SealSettings Settings => new(_host.Folder, TimeSpan.Zero);

    internal KeyFolder Keys => new(Path.Combine(_host.Folder, "keys"), mayCreate: false);

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        Owner = NpgsqlDataSource.Create(_host.Database.OwnerConnection);
        for (var round = 0; round < 4; round++)
        {
            for (var i = 0; i < 5; i++)
                await _host.Officer.AddProbeAsync(A.Probe(worker: $"LA-{round}-{i}"));
            await Until.True("sealed", async () => await Verify() is { UnsealedRows: 0 } verdict && verdict.Seals > round);
        }
        await _host.Stop();
        await Run("CREATE TABLE audit_before AS TABLE audit; CREATE TABLE seals_before AS TABLE seals");
        _outside = await File.ReadAllTextAsync(Outside);
    }

    public string Outside => Settings.FileOf(_host.Service.Identity);

    public Task<AuditVerdict> Verify() => AuditVerifier.Verify(Owner, Keys, _host.Service.Identity, Settings, CancellationToken.None);

    /// <summary>As an operator calls it: `audit`.</summary>
    public async Task<(int Code, string Answer)> Verb()
    {
        var settings = new Settings(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Grpc:Address"] = "http://127.0.0.1:0",
            ["Database:App"] = _host.Database.AppConnection,
            ["Access:Issuer"] = "http://127.0.0.1:1",
            ["Keys:Folder"] = Path.Combine(_host.Folder, "keys"),
            ["Seals:Folder"] = _host.Folder,
        }).Build(), development: true);
        await using var answer = new StringWriter();
        return (await AuditVerb.Run(_host.Service.Identity, settings, answer), answer.ToString());
    }

    public async Task Restore()
    {
        await Run("TRUNCATE audit; INSERT INTO audit TABLE audit_before; TRUNCATE seals; INSERT INTO seals TABLE seals_before");
        await File.WriteAllTextAsync(Outside, _outside);
    }

    public async Task Run(string sql)
    {
        await using var command = Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>What the database's owner can do without the seal key: every hash and chain right again, signed with some key or with what is at hand.</summary>
    public async Task Recompute(SigningKey? with)
    {
        await using var connection = await Owner.OpenConnectionAsync();
        byte[] previous = [];
        foreach (var seal in await Seal.ReadAll(connection, default))
        {
            var (hash, rows) = await Seal.HashRows(connection, seal.FromXid, seal.ToXid, previous, default);
            var forged = seal with { Hash = hash, Rows = rows };
            forged = forged with { Signature = with?.Sign(forged.Text(previous)) ?? seal.Signature };
            await using var update = new NpgsqlCommand("UPDATE seals SET hash = $1, row_count = $2, signature = $3 WHERE number = $4", connection)
            {
                Parameters = { new() { Value = forged.Hash }, new() { Value = forged.Rows }, new() { Value = forged.Signature }, new() { Value = forged.Number } },
            };
            await update.ExecuteNonQueryAsync();
            previous = hash;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Owner.DisposeAsync();
        await _host.DisposeAsync();
    }
}

public sealed class SealTests(SealedService service) : IClassFixture<SealedService>
{
    const string Second = "(SELECT xid FROM audit GROUP BY xid ORDER BY xid OFFSET 1 LIMIT 1)";
    const string Last = "(SELECT max(number) FROM seals)";

    static string Insert(string xid) => $"INSERT INTO audit (id, at, xid, kind, event, call, account, organisation, purpose, correlation_id) SELECT gen_random_uuid(), now(), {xid}, 'read', 'e', 'c', 'a', 'o', 'p', 'i'";

    public static TheoryData<string, string> Forgeries => new()
    {
        { "an edited row", "UPDATE audit SET account = 'somebody else' WHERE subject = 'LA-1-2'" },
        { "an edited time", "UPDATE audit SET at = at + interval '1 microsecond' WHERE subject = 'LA-1-2'" },
        { "a field emptied", "UPDATE audit SET fields = NULL WHERE subject = 'LA-3-4'" },
        { "null made empty", "UPDATE audit SET outcome = '' WHERE subject = 'LA-0-0'" },
        { "text moved to the next field", "UPDATE audit SET account = account || organisation, organisation = '' WHERE subject = 'LA-1-2'" },
        { "an inserted row", Insert(Second) },
        { "a row before all", Insert("'5'::xid8") },
        { "a deleted row", "DELETE FROM audit WHERE subject = 'LA-2-0'" },
        { "the first row deleted", "DELETE FROM audit WHERE id = (SELECT id FROM audit ORDER BY xid, id LIMIT 1)" },
        { "two rows exchanged", "UPDATE audit SET xid = CASE subject WHEN 'LA-1-1' THEN (SELECT xid FROM audit WHERE subject = 'LA-2-3') ELSE (SELECT xid FROM audit WHERE subject = 'LA-1-1') END WHERE subject IN ('LA-1-1', 'LA-2-3')" },
        { "a row moved under another seal", "UPDATE audit SET xid = (SELECT xid FROM audit WHERE subject = 'LA-3-4') WHERE subject = 'LA-0-0'" },
        { "the tail's rows cut off", "DELETE FROM audit WHERE xid >= (SELECT from_xid FROM seals ORDER BY number DESC LIMIT 1)" },
        { "the tail cut off with its seal", $"DELETE FROM audit WHERE xid >= (SELECT from_xid FROM seals ORDER BY number DESC LIMIT 1); DELETE FROM seals WHERE number = {Last}" },
        { "everything cut off", "DELETE FROM audit; DELETE FROM seals" },
        { "a seal in the middle taken out", "DELETE FROM seals WHERE number = 2" },
        { "a seal in the middle taken out and the rest counted anew", $"DELETE FROM seals WHERE number = 2; UPDATE seals SET number = number - 1 WHERE number > 2" },
        { "a seal's span widened", $"UPDATE seals SET to_xid = '999999999999' WHERE number = {Last}" },
        { "a seal's time changed", "UPDATE seals SET sealed_at = sealed_at + interval '1 day' WHERE number = 1" },
        { "a seal signed by a key that never was", "UPDATE seals SET key_version = 77 WHERE number = 2" },
        { "a signature cut short", "UPDATE seals SET signature = '' WHERE number = 2" },
    };

    [Fact]
    public async Task What_nobody_touched_holds()
    {
        var verdict = await service.Verify();

        Assert.Empty(verdict.Faults);
        Assert.True(verdict.Seals >= 4);
        Assert.Equal((20, 0), (verdict.SealedRows, verdict.UnsealedRows));
    }

    [Fact]
    public async Task The_verb_that_a_service_has_for_it_says_the_same_and_its_exit_code_tells_a_fault()
    {
        var (code, answer) = await service.Verb();
        Assert.Equal(0, code);
        Assert.Contains("\"sealed_rows\":20,\"unsealed_rows\":0", answer, StringComparison.Ordinal);

        await service.Run("UPDATE audit SET account = 'somebody else' WHERE subject = 'LA-1-2'");
        try
        {
            (code, answer) = await service.Verb();
            Assert.Equal(1, code);
            Assert.Contains("are not those that were sealed", answer, StringComparison.Ordinal);
        }
        finally
        {
            await service.Restore();
        }
    }

    [Fact]
    public async Task What_came_after_the_last_seal_is_counted_and_not_judged()
    {
        await service.Run($"{Insert("pg_current_xact_id()")}; {Insert("pg_current_xact_id()")}");
        try
        {
            var verdict = await service.Verify();

            Assert.Empty(verdict.Faults);
            Assert.Equal((20, 2), (verdict.SealedRows, verdict.UnsealedRows));
            Assert.InRange(verdict.SealedAt!.Value, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow);
        }
        finally
        {
            await service.Restore();
        }
    }

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task Found(string what, string sql)
    {
        await service.Run(sql);
        try
        {
            Assert.True((await service.Verify()).Faults.Count > 0, $"{what} was not found");
        }
        finally
        {
            await service.Restore();
        }
        Assert.Empty((await service.Verify()).Faults);
    }

    [Fact]
    public async Task A_chain_that_the_database_s_owner_made_right_again_is_found()
    {
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        foreach (var key in new[] { new SigningKey(1, own), null })
        {
            await service.Run("UPDATE audit SET account = 'somebody else' WHERE subject = 'LA-1-2'");
            await service.Recompute(key);
            try
            {
                Assert.Contains((await service.Verify()).Faults, f => f.Contains("signature", StringComparison.Ordinal));
            }
            finally
            {
                await service.Restore();
            }
        }
    }

    [Fact]
    public async Task A_seal_without_its_copy_outside_is_told_and_so_is_a_missing_file()
    {
        var lines = await File.ReadAllLinesAsync(service.Outside);
        foreach (Action forgery in new Action[] { () => File.WriteAllLines(service.Outside, lines[..^1]), () => File.WriteAllLines(service.Outside, lines[1..]), () => File.Delete(service.Outside) })
        {
            forgery();
            try
            {
                Assert.NotEmpty((await service.Verify()).Faults);
            }
            finally
            {
                await service.Restore();
            }
        }
    }
}
