using System.Net;
using System.Net.Sockets;

namespace Gms.Platform;

/// <summary>What of a caller's address is counted where calls of one address are limited. The Portal, which has nothing else of this project, compiles this file too.</summary>
public static class AddressPart
{
    /// <summary>An IPv6 subscriber has a whole /64: its addresses count as one.</summary>
    public static string Of(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes(), 0, 8),
        _ => address.ToString(),
    };
}
