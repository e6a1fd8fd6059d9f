using System.Data.Common;
using System.Diagnostics;
using Npgsql;

namespace Gms.Platform;

/// <summary>
/// Opens a database that may stand on several servers, of which one takes writes: `Host=db-a,db-b`. A connection goes to that one, and to the one that is promoted
/// after it. What the connection string does not say is chosen so that a server that has gone silent is noticed before callers give up (decision 0040), and that
/// what is asked often is planned once.
/// </summary>
static class DatabaseServers
{
    /// <summary>Seconds for which is believed what was last seen of a server: so long after its promotion a new one may be overlooked.</summary>
    const int Believed = 3;

    /// <summary>Seconds that a connection may take to open. A server that is cut off from the network refuses nothing, it is silent.</summary>
    const int Opening = 5;

    /// <summary>Seconds that a server may be silent under a statement, for the same reason. A statement that answers row by row may take longer.</summary>
    const int Silent = 15;

    /// <summary>How many statements a connection has the database plan once, those that it asks most often: a quarter of the database's work at the peak was planning (decision 0047).</summary>
    const int Prepared = 100;

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Figures are few and many at once are asked for by nobody.</summary>
    const int StandbyConnections = 4;

    /// <summary>What decides or changes anything reads here.</summary>
    public static NpgsqlDataSource Open(string connection)
    {
        var settings = Completed(connection);
        return HasSeveral(settings)
            ? new NpgsqlDataSourceBuilder(settings.ConnectionString).BuildMultiHost().WithTargetSession(TargetSessionAttributes.Primary)
            : new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
    }

    /// <summary>A standby, and the primary while there is none; null where there is only one server.</summary>
    public static NpgsqlDataSource? OpenStandby(string connection)
    {
        var settings = Completed(connection);
        if (!HasSeveral(settings))
            return null;
        settings.MaxPoolSize = StandbyConnections;
        return new NpgsqlDataSourceBuilder(settings.ConnectionString).BuildMultiHost().WithTargetSession(TargetSessionAttributes.PreferStandby);
    }

    /// <summary>
    /// Waits for a database that is still starting, or that a busy machine answers late, at most a minute: for what runs once, and is begun again by hand when it fails.
    /// What is no outage, such as a wrong password, is told at once.
    /// </summary>
    public static async Task WaitUntilReached(NpgsqlDataSource database)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                await using var reached = await database.OpenConnectionAsync();
                return;
            }
            catch (NpgsqlException failure) when (StorageFailures.IsOutage(failure) && Stopwatch.GetElapsedTime(started) < Patience)
            {
                await Task.Delay(500);
            }
        }
    }

    static bool HasSeveral(NpgsqlConnectionStringBuilder settings) => settings.Host?.Contains(',', StringComparison.Ordinal) == true;

    static NpgsqlConnectionStringBuilder Completed(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection);
        var said = new DbConnectionStringBuilder { ConnectionString = settings.ConnectionString };    // Npgsql's own says of every setting that it has it
        if (!said.ContainsKey("Max Auto Prepare"))
            settings.MaxAutoPrepare = Prepared;
        if (!HasSeveral(settings))
            return settings;
        if (!said.ContainsKey("Host Recheck Seconds"))
            settings.HostRecheckSeconds = Believed;
        if (!said.ContainsKey("Timeout"))
            settings.Timeout = Opening;
        if (!said.ContainsKey("Command Timeout"))
            settings.CommandTimeout = Silent;
        return settings;
    }
}

/// <summary>
/// Where figures are read that may be some seconds old: on a standby where `Database__App` names several servers, otherwise on the one there is. Never for what
/// decides about somebody, and never for what a caller has just written.
/// </summary>
public sealed class MayLag(NpgsqlDataSource database)
{
    public NpgsqlDataSource Database => database;
}
