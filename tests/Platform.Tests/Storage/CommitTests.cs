using Gms.Platform.Tests.Probe;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace Gms.Platform.Tests.Storage;

public sealed class CommitTests(ProbeAlone host) : IClassFixture<ProbeAlone>
{
    [Fact]
    public async Task A_change_is_there_with_its_event_its_audit_and_its_kept_answer()
    {
        var request = A.Probe("all four", "LA-ALL-FOUR");

        await host.Officer.AddProbeAsync(request);

        Assert.Equal(new Written(1, 1, 1, 1), await Rows(request));
    }

    [Fact]
    public async Task A_change_that_breaks_a_constraint_leaves_nothing_behind()
    {
        await host.Officer.AddProbeAsync(A.Probe("taken", "LA-FIRST"));
        var request = A.Probe("taken", "LA-SECOND");

        Assert.Equal(["PROBE_NAME_TAKEN"], await Refused.Codes(StatusCode.FailedPrecondition, () => host.Officer.AddProbeAsync(request)));

        Assert.Equal(new Written(1, 0, 0, 0), await Rows(request));
    }

    [Fact]
    public async Task A_constraint_that_no_call_should_break_is_our_failure_and_leaves_nothing_behind()
    {
        host.Announce("probes_not_forbidden");
        var request = A.Probe("forbidden", "FORBIDDEN");

        await Refused.With(StatusCode.Internal, () => host.Officer.AddProbeAsync(request));

        Assert.Equal(new Written(0, 0, 0, 0), await Rows(request));
    }

    [Theory]
    [InlineData("audit", "LA-NO-AUDIT")]
    [InlineData("outbox", "LA-NO-OUTBOX")]
    [InlineData("requests", "LA-NO-REQUEST")]
    public async Task When_one_of_the_four_cannot_be_written_none_is(string table, string subject)
    {
        host.Announce("forbidden for a test");
        var request = A.Probe($"without {table}", subject);
        var column = table switch { "audit" => $"NEW.subject = '{subject}'", "outbox" => $"NEW.subject_id = '{subject}'", _ => $"NEW.request_id = '{request.RequestId}'" };
        // Deferred to the commit itself: everything was written by then.
        await AsOwner($"""
            CREATE FUNCTION forbid_{table}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF {column} THEN RAISE EXCEPTION 'forbidden for a test'; END IF; RETURN NULL; END $$;
            CREATE CONSTRAINT TRIGGER forbid_{table} AFTER INSERT ON {(table == "outbox" ? "outbox_default" : table)} DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION forbid_{table}();
            """ + (table == "outbox" ? $"CREATE CONSTRAINT TRIGGER forbid_this_month AFTER INSERT ON outbox_{DateTime.UtcNow:yyyy_MM} DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION forbid_outbox();" : ""));

        await Refused.With(StatusCode.Internal, () => host.Officer.AddProbeAsync(request));

        Assert.Equal(new Written(0, 0, 0, 0), await Rows(request));
    }

    [Fact]
    public async Task A_change_without_a_check_of_scope_is_our_failure_and_leaves_nothing_behind()
    {
        host.Announce("without checking the caller's scope");
        var request = A.Probe("unchecked", "LA-UNCHECKED");

        await Refused.With(StatusCode.Internal, () => host.Officer.AddWithoutScopeAsync(request));

        Assert.Equal(new Written(0, 0, 0, 0), await Rows(request));
    }

    [Fact]
    public async Task An_answer_without_a_check_of_scope_never_leaves()
    {
        host.Announce("without checking the caller's scope");

        await Refused.With(StatusCode.Internal, () => host.Officer.ReadWithoutScopeAsync(new()));
    }

    // Two inserts that exclude one another can wait for each other; the database ends one of them. A sequence counts what is undone.
    [Theory]
    [InlineData("LA-DEAD-ONCE", 1)]
    [InlineData("LA-DEAD-OFTEN", 4)]
    public async Task A_change_that_the_database_ended_for_a_deadlock_is_saved_again(string subject, int times)
    {
        var request = A.Probe($"waits {times}", subject);
        await AsOwner(Deadlocks(request.Name, times));

        await host.Officer.AddProbeAsync(request);

        Assert.Equal(new Written(1, 1, 1, 1), await Rows(request));
    }

    [Fact]
    public async Task A_change_that_the_database_ends_again_and_again_is_refused_as_one_to_repeat_and_leaves_nothing_behind()
    {
        var request = A.Probe("waits 9", "LA-DEAD-ALWAYS");
        await AsOwner(Deadlocks(request.Name, 9));

        Assert.Equal(["CHANGED_MEANWHILE"], await Refused.Codes(StatusCode.Aborted, () => host.Officer.AddProbeAsync(request)));

        Assert.Equal(new Written(0, 0, 0, 0), await Rows(request));
    }

    static string Deadlocks(string name, int times) => $"""
        CREATE SEQUENCE deadlocks_{times};
        GRANT USAGE ON deadlocks_{times} TO PUBLIC;
        CREATE FUNCTION deadlock_{times}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            IF nextval('deadlocks_{times}') <= {times} THEN RAISE EXCEPTION 'for a test' USING ERRCODE = 'deadlock_detected'; END IF; RETURN NULL; END $$;
        CREATE TRIGGER deadlock_{times} AFTER INSERT ON probes FOR EACH ROW WHEN (NEW.name = '{name}') EXECUTE FUNCTION deadlock_{times}();
        """;

    [Fact]
    public async Task A_change_that_its_caller_no_longer_waits_for_is_whole_or_not_there()
    {
        for (var i = 0; i < 20; i++)
        {
            var request = A.Probe($"impatient {i}", $"LA-I-{i}");
            try
            {
                await host.Officer.AddProbeAsync(request, deadline: DateTime.UtcNow.AddMilliseconds(i));
            }
            catch (RpcException impatient)
            {
                Assert.Equal(StatusCode.DeadlineExceeded, impatient.StatusCode);
            }
            await Until.True("whole or not there", async () => await Rows(request) is { Probes: var n } rows && rows == new Written(n, n, n, n));
        }
    }

    sealed record Written(int Probes, int Events, int Audits, int Answers);

    Task<Written> Rows(Gms.Probe.V1.AddProbeRequest request) => host.Db(async db => new Written(
        await db.Probes.CountAsync(p => p.Name == request.Name),
        await db.Outbox.CountAsync(e => e.SubjectId == request.WorkerNumber),
        await db.Database.SqlQuery<int>($"""SELECT count(*)::int AS "Value" FROM audit WHERE kind = 'change' AND subject = {request.WorkerNumber}""").SingleAsync(),
        await db.Database.SqlQuery<int>($"""SELECT count(*)::int AS "Value" FROM requests WHERE request_id = {Guid.Parse(request.RequestId)}""").SingleAsync()));

    async Task AsOwner(string sql)
    {
        await using var owner = NpgsqlDataSource.Create(host.Database.OwnerConnection);
        await using var command = owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
