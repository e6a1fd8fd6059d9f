using System.Net;
using System.Threading.RateLimiting;
using Gms.Platform;

namespace Gms.Portal.Complaints;

/// <summary>
/// How often one address tells a concern or asks for one: for the services the Portal is one address, so it counts its own readers. A dormitory behind one
/// address has to get through, a program that fills the officers' list has not. Each process counts for itself.
/// </summary>
sealed class ConcernLimit : IDisposable
{
    public const int Most = 10;

    static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    readonly PartitionedRateLimiter<string> _byAddress = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new() { PermitLimit = Most, Window = Window, QueueLimit = 0 }));

    /// <summary>Counts one; false when there were too many.</summary>
    /// <param name="what">Telling and asking are counted apart.</param>
    /// <param name="address">Of the reader.</param>
    public bool Takes(string what, IPAddress? address)
    {
        using var lease = _byAddress.AttemptAcquire($"{what} {AddressPart.Of(address)}");
        return lease.IsAcquired;
    }

    public void Dispose() => _byAddress.Dispose();
}
