namespace Gms.Portal;

/// <summary>Where the Portal listens, whose sign-ins it takes and where the services are.</summary>
public sealed record PortalSettings(string Address, string Issuer, string ClientId, string ClientSecretFile, string KeysFolder, IReadOnlyDictionary<string, Uri> Services)
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
            values.GetSection("Peers").GetChildren().Where(p => p.Value is { Length: > 0 }).ToDictionary(p => p.Key, p => new Uri(p.Value!)));
    }
}
