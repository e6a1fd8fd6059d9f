using Gms.Local.Verbs;
using Npgsql;
using Xunit;

namespace Gms.Journeys;

/// <summary>./registry audit verify, on the running system.</summary>
public sealed class AuditVerifyTests(WholeSystem whole)
{
    [Fact]
    public async Task Every_service_s_audit_holds_until_a_row_is_changed_behind_its_back()
    {
        var cancel = TestContext.Current.CancellationToken;
        var before = await Audit.Verdicts(whole.System, cancel);
        Assert.Equal(["Access", "Registry", "Recruitment", "SocialSecurity", "DepartureOrientation", "Reintegration"], before.Select(v => v.Service));
        Assert.All(before, v => Assert.Empty(v.Faults));
        Assert.True(before.Single(v => v.Service == "Recruitment").SealedRows > 0, "the demonstration's data left nothing sealed");

        var database = new NpgsqlConnectionStringBuilder(whole.System.Postgres.AdminConnectionString) { Database = "recruitment", Pooling = false }.ConnectionString;
        var row = (Guid)(await Run(database, "UPDATE audit SET outcome = 'forged' WHERE id = (SELECT a.id FROM audit a JOIN seals s ON a.xid >= s.from_xid AND a.xid < s.to_xid WHERE a.outcome IS NULL LIMIT 1) RETURNING id"))!;
        try
        {
            var forged = await Audit.Verdicts(whole.System, cancel);
            Assert.Equal("Recruitment", Assert.Single(forged, v => v.Faults.Count > 0).Service);
        }
        finally
        {
            await Run(database, $"UPDATE audit SET outcome = NULL WHERE id = '{row}'");
        }
        Assert.All(await Audit.Verdicts(whole.System, cancel), v => Assert.Empty(v.Faults));
    }

    static async Task<object?> Run(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
