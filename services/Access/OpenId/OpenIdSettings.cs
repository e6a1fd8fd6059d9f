using Gms.Access.SecondFactors;
using Gms.Access.Sessions;
using Gms.Platform;
using Microsoft.Extensions.Configuration;

namespace Gms.Access.OpenId;

/// <summary>What the OpenID Connect endpoints need to know, read and checked once at start.</summary>
sealed record OpenIdSettings
{
    public required string Issuer { get; init; }

    /// <summary>The folder of the files &lt;client&gt;.secret.</summary>
    public required string ClientSecretsFolder { get; init; }

    /// <summary>Where the portal may be sent to with a code.</summary>
    public required IReadOnlyList<string> PortalRedirects { get; init; }

    /// <summary>Where the portal may be sent to after signing out.</summary>
    public required IReadOnlyList<string> PortalSignedOutRedirects { get; init; }

    /// <summary>A form may lead there; browsers ask for it by origin.</summary>
    public IEnumerable<string> PortalOrigins => PortalRedirects.Select(r => new Uri(r).GetLeftPart(UriPartial.Authority)).Distinct();

    public required SessionTimes Sessions { get; init; }

    /// <summary>Of whom a second factor is demanded; to every other officer it is offered.</summary>
    public required IReadOnlyList<string> SecondFactorRoles { get; init; }

    public required bool Development { get; init; }

    public bool IsHttps => Issuer.StartsWith("https:", StringComparison.Ordinal);

    public string Address(string path) => Issuer.TrimEnd('/') + path;

    public static OpenIdSettings Read(IConfiguration values, Settings settings)
    {
        var faults = new List<string>();
        if (settings.Web is null)
            faults.Add("Web__Address is not set: put the address to serve sign-in and tokens on there, for example http://127.0.0.1:5100.");
        if (values["Access:ClientSecretsFolder"] is not { Length: > 0 } folder)
            faults.Add("Access__ClientSecretsFolder is not set: put the folder of the services' secret files there.");
        foreach (var redirect in List(values["Access:PortalRedirects"]).Concat(List(values["Access:PortalSignedOutRedirects"])))
            if (!Uri.TryCreate(redirect, UriKind.Absolute, out var uri) || !(uri.Scheme == "https" || (uri.Scheme == "http" && uri.IsLoopback)) || uri.Fragment.Length > 0)
                faults.Add($"Access__PortalRedirects and Access__PortalSignedOutRedirects hold https addresses, or http ones on loopback, separated by commas; this is none: {redirect}");
        var sessions = SessionTimes.Read(values, faults);
        var demanded = SecondFactorRules.DemandedOf(values, settings.Development, faults);
        if (faults.Count > 0)
            throw new SettingsException(faults);

        return new()
        {
            Issuer = settings.Access.Issuer,
            ClientSecretsFolder = values["Access:ClientSecretsFolder"]!,
            PortalRedirects = List(values["Access:PortalRedirects"]),
            PortalSignedOutRedirects = List(values["Access:PortalSignedOutRedirects"]),
            Sessions = sessions,
            SecondFactorRoles = demanded,
            Development = settings.Development,
        };
    }

    static string[] List(string? text) => (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
