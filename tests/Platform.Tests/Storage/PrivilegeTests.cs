using Gms.Platform.Tests.Probe;
using Gms.Testing;
using Npgsql;
using Xunit;

namespace Gms.Platform.Tests.Storage;

/// <summary>What the service's own role may not do, tried with it.</summary>
public sealed class PrivilegeTests(ProbeAlone host) : IClassFixture<ProbeAlone>
{
    public static TheoryData<string> Forbidden =>
    [
        "UPDATE audit SET account = 'nobody'",
        "DELETE FROM audit",
        "TRUNCATE audit",
        "UPDATE seals SET row_count = 0",
        "DELETE FROM seals",
        "TRUNCATE seals",
        "UPDATE inbox SET received_at = now()",
        "DELETE FROM inbox",
        "UPDATE requests SET response = ''",
        "DELETE FROM requests",
        "UPDATE outbox SET body = '{}'",
        "UPDATE outbox SET name = 'x'",
        "UPDATE outbox SET xid = '1'",
        "UPDATE outbox SET position = 1",
        "DELETE FROM outbox",
        "TRUNCATE outbox",
        "DELETE FROM outbox_default",
        "UPDATE outbox_default SET body = '{}'",
        "SELECT setval('outbox_position', 1)",
        "DELETE FROM schema_steps",
        "ALTER TABLE audit DISABLE TRIGGER ALL",
        "DROP TABLE audit",
        "CREATE TABLE mine (id int)",
        "CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "SET ROLE test_steps",
        "COPY audit TO PROGRAM 'cat'",
    ];

    [Theory]
    [MemberData(nameof(Forbidden))]
    public async Task The_service_s_role_may_not(string act) => Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await State(act));

    [Theory]
    [InlineData("DELETE FROM {0}")]
    [InlineData("UPDATE {0} SET body = '{{}}'")]
    [InlineData("TRUNCATE {0}")]
    public async Task Months_of_the_event_log_that_are_made_later_are_as_protected_as_the_first(string act)
    {
        Assert.Null(await State("SELECT make_outbox_partitions('2031-05-01', 2)"));

        foreach (var month in new[] { "outbox_2031_05", "outbox_2031_06", $"outbox_{DateTime.UtcNow:yyyy_MM}" })
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await State(string.Format(System.Globalization.CultureInfo.InvariantCulture, act, month)));
    }

    [Fact]
    public async Task The_service_s_role_may_say_when_an_event_was_sent() => Assert.Null(await State("UPDATE outbox SET published_at = now()"));

    [Fact]
    public async Task The_model_agrees_with_the_database() => Assert.Empty(await host.Db(ModelMatchesDatabase.Differences));

    [Fact]
    public async Task A_model_that_does_not_agree_with_the_database_is_found()
    {
        await using var database = await TestDatabase.Make();
        SchemaSteps.Apply<ProbeDb>(database.StepsConnection, database.AppConnection);
        await using var owner = NpgsqlDataSource.Create(database.OwnerConnection);
        await using (var change = owner.CreateCommand(
            """
            ALTER TABLE probes ALTER name DROP NOT NULL, ALTER id TYPE text, ADD needed integer NOT NULL;
            ALTER TABLE tellings DROP subject, ALTER consumer TYPE varchar(20);
            ALTER TABLE inbox RENAME TO other;
            """))
            await change.ExecuteNonQueryAsync();
        await using var db = new ProbeDb(SchemaSteps.Options(new Microsoft.EntityFrameworkCore.DbContextOptionsBuilder<ProbeDb>().With(database.AppConnection)).Options, new(), new());

        Assert.Equal(
            [
                "probes.id is mapped as uuid and is text.",
                "probes.name may be null, the model says never.",
                "probes.needed must be set and has no default, but is not mapped.",
                "tellings.subject is mapped, but there is no such column.",
            ],
            (await ModelMatchesDatabase.Differences(db)).Order(StringComparer.Ordinal));
    }

    async Task<string?> State(string sql)
    {
        await using var service = NpgsqlDataSource.Create(host.Database.AppConnection);
        await using var command = service.CreateCommand(sql);
        try
        {
            await command.ExecuteNonQueryAsync();
            return null;
        }
        catch (PostgresException refusal)
        {
            return refusal.SqlState;
        }
    }
}

static class Databases
{
    public static Microsoft.EntityFrameworkCore.DbContextOptionsBuilder<TDb> With<TDb>(this Microsoft.EntityFrameworkCore.DbContextOptionsBuilder<TDb> options, string connection) where TDb : ServiceDb =>
        Microsoft.EntityFrameworkCore.NpgsqlDbContextOptionsBuilderExtensions.UseNpgsql(options, connection);
}
