using System.Diagnostics.Metrics;
using System.Net;
using System.Threading.RateLimiting;

namespace Gms.Platform;

/// <summary>
/// How often one address may make a call that needs no sign-in: the only thing by which a caller without a name can be told from another. One that asks
/// more often is refused before anything is read, and told when to come back. Each process counts for itself; behind a proxy that is not trusted (`Web__TrustedProxies`) the address is the proxy's.
/// </summary>
/// <param name="call">Full gRPC name without the leading slash.</param>
/// <param name="mostInAMinute">How often.</param>
public sealed class AddressLimit(string call, int mostInAMinute) : IDisposable
{
    static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    static readonly Meter Meter = new("Gms.Calls");
    static readonly Counter<long> TooOften = Meter.CreateCounter<long>("gms.calls.too_often", description: "Public calls refused because their address asks too often.");

    readonly PartitionedRateLimiter<string> _byAddress = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new() { PermitLimit = mostInAMinute, Window = Window, QueueLimit = 0 }));

    public string Call => call;

    /// <summary>Counts one call of the address; refuses it when there were too many within the minute.</summary>
    public void Count(IPAddress? address)
    {
        using var lease = _byAddress.AttemptAcquire(AddressPart.Of(address));
        if (lease.IsAcquired)
            return;

        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var left) && left > TimeSpan.Zero ? left : Window;
        TooOften.Add(1, new KeyValuePair<string, object?>("call", call));
        throw Refuse.TooMuch(PlatformProblems.AskedTooOften(mostInAMinute, wait), wait, audited: false);
    }

    public void Dispose() => _byAddress.Dispose();
}
