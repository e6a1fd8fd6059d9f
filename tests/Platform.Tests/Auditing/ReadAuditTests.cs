using Gms.Platform.Tests.Probe;
using Gms.Testing;
using Grpc.Core;
using Npgsql;
using Xunit;

namespace Gms.Platform.Tests.Auditing;

public sealed class ReadAuditTests(ProbeAlone host) : IClassFixture<ProbeAlone>
{
    [Fact]
    public async Task A_read_is_on_disk_before_its_answer_leaves_with_reader_office_purpose_fields_and_time()
    {
        var before = DateTime.UtcNow;
        for (var i = 0; i < 30; i++)
        {
            await host.Officer.ReadProbeAsync(new() { Country = "LA", WorkerNumbers = { $"LA-DISK-{i}" } });
            Assert.Equal(1, await Number($"SELECT count(*) FROM audit WHERE subject = 'LA-DISK-{i}'"));
        }

        var row = await Text("SELECT concat_ws('|', kind, event, call, account, organisation, purpose, fields, outcome) FROM audit WHERE subject = 'LA-DISK-0'");
        Assert.Equal($"read|probe-read|gms.probe.v1.Probes/ReadProbe|{A.Officer.Account}|{A.Officer.Organisation}|enrolment|probe name", row);
        Assert.Equal(1, await Number($"SELECT count(*) FROM audit WHERE subject = 'LA-DISK-0' AND at BETWEEN '{before:O}'::timestamptz AND now()"));
    }

    [Fact]
    public async Task An_answer_that_tells_of_many_people_is_disclosed_to_each_of_them()
    {
        await host.Officer.ReadProbeAsync(new() { Country = "LA", WorkerNumbers = { Enumerable.Range(0, 50).Select(i => $"LA-EACH-{i}") } });

        Assert.Equal(50, await Number("SELECT count(DISTINCT subject) FROM audit WHERE subject LIKE 'LA-EACH-%'"));
    }

    [Fact]
    public async Task Each_message_of_a_stream_leaves_after_its_own_disclosure()
    {
        using var call = host.Officer.WatchProbes(new() { Country = "LA", WorkerNumbers = { Enumerable.Range(0, 10).Select(i => $"LA-STREAM-{i}") } });

        for (var i = 0; await call.ResponseStream.MoveNext(default); i++)
            Assert.Equal(1, await Number($"SELECT count(*) FROM audit WHERE subject = 'LA-STREAM-{i}'"));
    }

    [Fact]
    public async Task What_is_told_after_the_commit_is_disclosed_too()
    {
        await host.Officer.AddAndTellAsync(A.Probe(worker: "LA-AFTER"));

        Assert.Equal("afterwards", await Text("SELECT fields FROM audit WHERE subject = 'LA-AFTER' AND kind = 'read'"));
    }

    [Fact]
    public async Task Two_hundred_reads_at_once_share_transactions_and_none_is_missing()
    {
        await Task.WhenAll(Enumerable.Range(0, 200).Select(async i => await host.Officer.ReadProbeAsync(new() { Country = "LA", WorkerNumbers = { $"LA-GROUP-{i}" } })));

        Assert.Equal(200, await Number("SELECT count(DISTINCT subject) FROM audit WHERE subject LIKE 'LA-GROUP-%'"));
        Assert.Equal(200, await Number("SELECT count(*) FROM audit WHERE subject LIKE 'LA-GROUP-%'"));
        var transactions = await Number("SELECT count(DISTINCT xid) FROM audit WHERE subject LIKE 'LA-GROUP-%'");
        Assert.InRange(transactions, 1, 150);
        TestContext.Current.TestOutputHelper?.WriteLine($"{transactions} transactions for 200 reads");
    }

    [Fact]
    public async Task An_answer_whose_disclosure_cannot_be_written_does_not_leave_and_the_next_one_does()
    {
        host.Announce("no_such_subject");
        await using (var owner = NpgsqlDataSource.Create(host.Database.OwnerConnection))
        await using (var forbid = owner.CreateCommand("ALTER TABLE audit ADD CONSTRAINT no_such_subject CHECK (subject <> 'LA-UNWRITABLE')"))
            await forbid.ExecuteNonQueryAsync();

        await Refused.With(StatusCode.Internal, () => host.Officer.ReadProbeAsync(new() { Country = "LA", WorkerNumbers = { "LA-UNWRITABLE" } }));

        Assert.Equal(1, (await host.Officer.ReadProbeAsync(new() { Country = "LA", WorkerNumbers = { "LA-WRITABLE" } })).Count);
    }

    async Task<long> Number(string sql) => (long)(await One(sql))!;

    async Task<string> Text(string sql) => (string)(await One(sql))!;

    async Task<object?> One(string sql)
    {
        await using var connection = new NpgsqlConnection(host.Database.OwnerConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
