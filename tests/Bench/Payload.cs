using Npgsql;

namespace Gms.Bench;

/// <summary>What a real departure wrote: the baselines write as much.</summary>
sealed record Payload(string Findings, string Registered, string Cleared)
{
    public const string RegisteredName = "gms.registry.departure-registered:1";
    public const string ClearedName = "gms.registry.departure-cleared:1";

    public static async Task<Payload> Of(NpgsqlDataSource registry)
    {
        return new(
            await Text("SELECT findings::text FROM departure_decisions WHERE status = 'Cleared' LIMIT 1"),
            await Text($"SELECT body FROM outbox WHERE name = '{RegisteredName}' LIMIT 1"),
            await Text($"SELECT body FROM outbox WHERE name = '{ClearedName}' LIMIT 1"));

        async Task<string> Text(string sql)
        {
            await using var command = registry.CreateCommand(sql);
            return (string?)await command.ExecuteScalarAsync() ?? throw new InvalidOperationException($"Nothing was found by: {sql}");
        }
    }
}
