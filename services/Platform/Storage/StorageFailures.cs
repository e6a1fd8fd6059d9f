using Npgsql;

namespace Gms.Platform;

/// <summary>Failures of the database that are no fault of the call.</summary>
public static class StorageFailures
{
    /// <summary>The state, and the constraint that was broken, tell an operator more than the type does; what stood in the row is told to nobody.</summary>
    public static string Named(Exception failure) => failure.GetBaseException() is PostgresException said ? $"{said.SqlState} {said.ConstraintName}".TrimEnd() : failure.GetType().Name;

    /// <summary>The same asked again may well be answered.</summary>
    public static bool IsOutage(Exception failure)
    {
        for (var e = failure; e is not null; e = e.InnerException)
            if (e is PostgresException { SqlState: "57P01" or "57P02" or "57P03" or PostgresErrorCodes.ReadOnlySqlTransaction } or NpgsqlException { IsTransient: true } and not PostgresException
                or NpgsqlException { InnerException: IOException or System.Net.Sockets.SocketException or TimeoutException } || IsShort(e) || IsWithoutPrimary(e) || IsPlannedBeforeAStep(e))
                return true;
        return false;
    }

    /// <summary>
    /// The server is short of something (disk, memory, connections) or its system fails it (input and output, a file that is away): whoever keeps it mends that.
    /// A limit that was set (53400, of temporary files) is met by the same statement again.
    /// </summary>
    static bool IsShort(Exception failure) => failure is PostgresException { SqlState: ['5', '3' or '8', ..] and not PostgresErrorCodes.ConfigurationLimitExceeded };

    /// <summary>"cached plan must not change result type": a schema step changed a table under a statement that this connection had planned. It is planned anew when it is asked again.</summary>
    static bool IsPlannedBeforeAStep(Exception failure) => failure is PostgresException { SqlState: PostgresErrorCodes.FeatureNotSupported, Routine: "RevalidateCachedQuery" };

    /// <summary>Every server of several answers, and none takes writes: the moments between the loss of a primary and a standby's promotion.</summary>
    static bool IsWithoutPrimary(Exception failure) => failure is NpgsqlException { InnerException: null } && failure.GetType() == typeof(NpgsqlException);
}
