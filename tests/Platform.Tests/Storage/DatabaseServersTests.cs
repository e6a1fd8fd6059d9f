using System.Net;
using System.Net.Sockets;
using Gms.Testing;
using Npgsql;
using Xunit;

namespace Gms.Platform.Tests.Storage;

/// <summary>Several servers and one that takes writes; what happens when that changes is `./registry test failover`.</summary>
public sealed class DatabaseServersTests : IAsyncLifetime
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    TestDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.Make();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Of_several_servers_the_one_that_is_there_is_used_to_write_and_to_read_figures()
    {
        var several = Several(Closed(), Server);
        await using var database = DatabaseServers.Open(several);
        await using var figures = DatabaseServers.OpenStandby(several)!;

        foreach (var source in new[] { database, figures })
        {
            await using var command = source.CreateCommand("SELECT 7");
            Assert.Equal(7, await command.ExecuteScalarAsync(Cancel));
        }
    }

    [Fact]
    public void With_one_server_there_is_no_standby_and_nothing_else_is_waited_for()
    {
        Assert.Null(DatabaseServers.OpenStandby(_database.AppConnection));
        using var database = DatabaseServers.Open(_database.AppConnection);
        Assert.Equal(30, new NpgsqlConnectionStringBuilder(database.ConnectionString).CommandTimeout);
    }

    [Fact]
    public void What_the_connection_string_says_comes_first()
    {
        using var usual = DatabaseServers.Open(Several(Server, Server));
        using var said = DatabaseServers.Open(Several(Server, Server) + ";CommandTimeout=60;Timeout=9;Host Recheck Seconds=8");

        Assert.Equal((15, 5, 3), Of(usual));
        Assert.Equal((60, 9, 8), Of(said));

        static (int, int, int) Of(NpgsqlDataSource source) => new NpgsqlConnectionStringBuilder(source.ConnectionString) is var settings
            ? (settings.CommandTimeout, settings.Timeout, settings.HostRecheckSeconds)
            : default;
    }

    [Fact]
    public async Task What_is_asked_often_is_planned_once_unless_the_connection_string_says_otherwise()
    {
        Assert.True(await PreparedAfter("", asked: 10) > 0);
        Assert.Equal(0, await PreparedAfter(";Max Auto Prepare=0", asked: 10));

        async Task<long> PreparedAfter(string said, int asked)
        {
            await using var database = DatabaseServers.Open(_database.AppConnection + said);
            await using var connection = await database.OpenConnectionAsync(Cancel);
            for (var i = 0; i < asked; i++)
                await Scalar(connection, "SELECT 7");
            return (long)(await Scalar(connection, "SELECT count(*) FROM pg_prepared_statements"))!;
        }
    }

    [Fact]
    public async Task A_schema_step_under_what_is_planned_is_met_once_as_an_outage_and_then_planned_anew()
    {
        await Steps("CREATE TABLE stepped (id int); INSERT INTO stepped VALUES (7); GRANT SELECT ON stepped TO PUBLIC");
        await using var database = DatabaseServers.Open(_database.AppConnection);
        await using var connection = await database.OpenConnectionAsync(Cancel);
        for (var i = 0; i < 10; i++)
            await Scalar(connection, "SELECT * FROM stepped");

        await Steps("ALTER TABLE stepped ADD COLUMN more text");

        Assert.True(StorageFailures.IsOutage(await Assert.ThrowsAsync<PostgresException>(() => Scalar(connection, "SELECT * FROM stepped"))));
        Assert.Equal(7, await Scalar(connection, "SELECT * FROM stepped"));
    }

    [Fact]
    public async Task What_names_its_columns_is_not_met_by_a_schema_step_at_all()
    {
        await Steps("CREATE TABLE named (id int); INSERT INTO named VALUES (7); GRANT SELECT, UPDATE ON named TO PUBLIC");
        await using var database = DatabaseServers.Open(_database.AppConnection);
        await using var connection = await database.OpenConnectionAsync(Cancel);
        const string composed = "SELECT n.id FROM (SELECT * FROM named ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED) n ORDER BY n.id";    // as EF asks what was composed upon
        for (var i = 0; i < 10; i++)
            await Scalar(connection, composed);

        await Steps("ALTER TABLE named ADD COLUMN more text");

        Assert.Equal(7, await Scalar(connection, composed));
    }

    [Fact]
    public async Task No_server_at_all_and_one_that_only_reads_are_outages_and_a_broken_rule_is_none()
    {
        await using var nobody = DatabaseServers.Open(Several(Closed(), Closed()));
        Assert.True(StorageFailures.IsOutage(await Assert.ThrowsAnyAsync<NpgsqlException>(async () => await nobody.OpenConnectionAsync(Cancel))));

        await using var reading = DatabaseServers.Open(_database.AppConnection + ";Options=-c default_transaction_read_only=on");
        await using var write = reading.CreateCommand("CREATE TABLE written_here ()");
        Assert.True(StorageFailures.IsOutage(await Assert.ThrowsAsync<PostgresException>(() => write.ExecuteNonQueryAsync(Cancel))));

        await using var wrong = reading.CreateCommand("SELECT 1/0");
        Assert.False(StorageFailures.IsOutage(await Assert.ThrowsAsync<PostgresException>(() => wrong.ExecuteScalarAsync(Cancel))));
    }

    [Theory]
    [InlineData("53100", true)]     // the disk is full
    [InlineData("53200", true)]     // no memory is left
    [InlineData("58030", true)]     // the disk fails
    [InlineData("58P01", true)]     // a file is not there
    [InlineData("53400", false)]    // a bound that somebody set: the same asked again meets it again
    [InlineData("57014", false)]    // broken off
    [InlineData("23505", false)]    // a rule
    public void What_the_server_itself_is_short_of_is_an_outage(string state, bool outage) =>
        Assert.Equal(outage, StorageFailures.IsOutage(new InvalidOperationException("A save failed.", new PostgresException("could not", "ERROR", "ERROR", state))));

    [Fact]
    public void That_no_server_takes_writes_now_is_an_outage() =>
        // As Npgsql says it between the loss of a primary and the promotion of its standby.
        Assert.True(StorageFailures.IsOutage(new InvalidOperationException("A query failed.", new NpgsqlException("No suitable host was found."))));

    static async Task<object?> Scalar(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Cancel);
    }

    async Task Steps(string sql)
    {
        await using var owner = new NpgsqlConnection(_database.StepsConnection);
        await owner.OpenAsync(Cancel);
        await Scalar(owner, sql);
    }

    string Server => new NpgsqlConnectionStringBuilder(_database.AppConnection) is var settings ? $"{settings.Host}:{settings.Port}" : "";

    string Several(params string[] servers) => new NpgsqlConnectionStringBuilder(_database.AppConnection) { Host = string.Join(',', servers) }.ConnectionString;

    /// <summary>A port that nobody listens on.</summary>
    static string Closed()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return $"127.0.0.1:{((IPEndPoint)socket.LocalEndpoint).Port}";
    }
}
