using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Gms.Platform;

/// <summary>
/// The networks of proxies, such as an ingress, through which callers come. From there, and from nowhere else, the last entry of X-Forwarded-For is the caller's
/// address and that of X-Forwarded-Proto the scheme; without any, whoever connects is the caller. The Portal, which has nothing else of this project, compiles
/// this file too.
/// </summary>
public static class TrustedProxies
{
    public const string Setting = "Web:TrustedProxies";

    /// <summary>What is told where the setting cannot be read.</summary>
    public const string Fault = "Web__TrustedProxies is not right: put the networks of the proxies before this there, each as 10.244.0.0/16, with commas between them.";

    /// <summary>Null where the setting cannot be read. Everybody is no network.</summary>
    public static IReadOnlyList<IPNetwork>? Read(string? text)
    {
        var networks = new List<IPNetwork>();
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!IPNetwork.TryParse(part, out var network) || network.PrefixLength == 0)
                return null;
            networks.Add(network);
        }
        return networks;
    }

    public static void UseTrustedProxies(this IApplicationBuilder app, IReadOnlyList<IPNetwork> networks)
    {
        if (networks.Count == 0)
            return;

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = 1 };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in networks)
            options.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(options);
    }
}
