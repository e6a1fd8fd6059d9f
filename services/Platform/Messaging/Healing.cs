using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Gms.Platform;

/// <summary>Which failures of a handler pass when one waits.</summary>
static class Healing
{
    public static bool Heals(Exception failure) =>
        StorageFailures.IsOutage(failure) || failure is DbUpdateConcurrencyException or TimeoutException or RpcException { StatusCode: StatusCode.Unavailable or StatusCode.DeadlineExceeded }
            || ServiceDb.IsDeadlock(failure)
            || (failure is DbUpdateException { InnerException: { } inner } && Heals(inner))
            || (failure is InvalidOperationException { InnerException: NpgsqlException cause } && Heals(cause));
}
