using System.Threading.RateLimiting;
using Gms.Platform;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Gms.Access.Pages;

/// <summary>
/// How often the token endpoint and the forms are answered. An office signs in behind one address at eight in the morning, and services ask
/// thousands of tokens a minute: the limits stop floods, not work. Guessing is stopped by the lock of the account and the limit per name.
/// </summary>
sealed class SignInLimits : IDisposable
{
    public const string Tokens = "tokens", Forms = "forms";
    public const int PerNameAndMinute = 10, FormsPerAddressAndMinute = 600, TokensPerAddressAndMinute = 60_000;

    /// <summary>Numbers and codes that one address may try in ten minutes: a support group with twenty workers at one line, not a program that tries every number.</summary>
    public const int CodesPerAddress = 60;

    static readonly TimeSpan CodesWindow = TimeSpan.FromMinutes(10);

    readonly PartitionedRateLimiter<string> _addresses = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new() { PermitLimit = CodesPerAddress, Window = CodesWindow }));

    readonly PartitionedRateLimiter<string> _names = PartitionedRateLimiter.Create<string, string>(name => RateLimitPartition.GetFixedWindowLimiter(name, _ => EveryMinute(PerNameAndMinute)));

    /// <summary>Whether one more attempt on this name is heard now; the same for names without an account.</summary>
    public bool Allows(string name)
    {
        using var lease = _names.AttemptAcquire(name.ToUpperInvariant());
        return lease.IsAcquired;
    }

    /// <summary>Whether this address is heard once more with a worker number or a code.</summary>
    public bool AllowsCode(HttpContext http)
    {
        using var lease = _addresses.AttemptAcquire(AddressPart.Of(http.Connection.RemoteIpAddress));
        return lease.IsAcquired;
    }

    public static void Configure(RateLimiterOptions limits)
    {
        limits.AddPolicy(Tokens, http => PerAddress(http, TokensPerAddressAndMinute));
        limits.AddPolicy(Forms, http => PerAddress(http, FormsPerAddressAndMinute));
        limits.OnRejected = (context, _) => new(FailurePage.TooMany(context.HttpContext));
    }

    internal static RateLimitPartition<string> PerAddress(HttpContext http, int most) =>
        RateLimitPartition.GetFixedWindowLimiter(AddressPart.Of(http.Connection.RemoteIpAddress), _ => EveryMinute(most));

    static FixedWindowRateLimiterOptions EveryMinute(int most) => new() { PermitLimit = most, Window = TimeSpan.FromMinutes(1) };

    public void Dispose()
    {
        _names.Dispose();
        _addresses.Dispose();
    }
}
