using Npgsql;

namespace Gms.Local;

/// <summary>A PostgreSQL on several servers, one of which takes writes, and a RabbitMQ of several nodes, which a system uses instead of this machine's own.</summary>
/// <param name="DatabaseServers">Each as host:port.</param>
/// <param name="SuperuserPassword">Of the user postgres.</param>
/// <param name="Broker">With user and password, for the default virtual host.</param>
/// <param name="BrokerNodes">Each as host:port.</param>
public sealed record Elsewhere(IReadOnlyList<string> DatabaseServers, string SuperuserPassword, Uri Broker, IReadOnlyList<string> BrokerNodes)
{
    /// <summary>For a connection that is opened once and held by nobody: it finds out by itself which server takes writes.</summary>
    public string AdminConnectionString => new NpgsqlConnectionStringBuilder(ConnectionString("postgres", "postgres", SuperuserPassword, 20))
    {
        TargetSessionAttributes = "primary",
        HostRecheckSeconds = 0,
        Timeout = 5,
        Pooling = false,
    }.ConnectionString;

    public string ConnectionString(string database, string user, string password, int connections) => new NpgsqlConnectionStringBuilder
    {
        Host = string.Join(',', DatabaseServers),
        Database = database,
        Username = user,
        Password = password,
        MaxPoolSize = connections,
    }.ConnectionString;
}
