using System.Net;
using Gms.Platform;

namespace Gms.Portal;

/// <summary>Where the Portal listens, whose sign-ins it takes and where the services are.</summary>
/// <param name="Address">Several are separated by semicolons.</param>
/// <param name="Issuer">The address of the OpenID Connect issuer.</param>
/// <param name="ClientId">The Portal's at the issuer.</param>
/// <param name="ClientSecretFile">The file with the client's secret.</param>
/// <param name="KeysFolder">The folder of the key files.</param>
/// <param name="Services">The address of each service.</param>
/// <param name="TrustedProxies">Whose word on a reader's address is taken; empty: nobody's.</param>
/// <param name="AccessHttpsPort">On the host by which a browser came here by https, the port at which it reaches the issuer; unset where the issuer's own address is everybody's.</param>
public sealed record PortalSettings(string Address, string Issuer, string ClientId, string ClientSecretFile, string KeysFolder, IReadOnlyDictionary<string, Uri> Services, IReadOnlyList<IPNetwork> TrustedProxies, int? AccessHttpsPort)
{
    public static PortalSettings Read(IConfiguration values)
    {
        string Required(string name, string what) =>
            values[name] is { Length: > 0 } value ? value : throw new InvalidOperationException($"{name.Replace(":", "__", StringComparison.Ordinal)} is not set: put {what} there.");

        return new(
            Required("Web:Address", "the address to serve pages on"),
            Required("Access:Issuer", "the address of the OpenID Connect issuer"),
            Required("Access:ClientId", "the Portal's client id at the issuer"),
            Required("Access:ClientSecretFile", "the file with the client's secret"),
            Required("Keys:Folder", "the folder of the key files"),
            values.GetSection("Peers").GetChildren().Where(p => p.Value is { Length: > 0 }).ToDictionary(p => p.Key, p => new Uri(p.Value!)),
            Platform.TrustedProxies.Read(values[Platform.TrustedProxies.Setting]) ?? throw new InvalidOperationException(Platform.TrustedProxies.Fault),
            values.GetValue<int?>("Access:HttpsPort"));
    }
}
