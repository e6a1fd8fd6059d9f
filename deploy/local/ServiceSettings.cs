using System.Collections;

namespace Gms.Local;

/// <summary>The settings that each service is started with, as environment variables.</summary>
sealed class ServiceSettings(StateFolder state, Ports ports, PostgresCluster postgres, RabbitNode rabbit, Elsewhere? elsewhere)
{
    // Seven services share 300 connections with whatever else looks in.
    const int AppConnections = 30;
    const int StepsConnections = 4;

    // Bytes, in hexadecimal: 64 MB before what is young is looked through (decision 0034).
    const string YoungestGeneration = "4000000";

    static readonly string[] _ours = ["Grpc__", "Web__", "Database__", "Broker__", "Access__", "Keys__", "Seals__", "Peers__", "Clock__", "Telemetry__", "Messages__", "Tls__", "Demonstration__", "ASPNETCORE_", "DOTNET_ENVIRONMENT", "Kestrel__", "Logging__"];

    /// <summary>Null where pages are served on loopback, by http, only.</summary>
    public Https? Https { get; set; }

    public Uri? Grpc(Service service) => service.HasGrpc ? new Uri($"http://127.0.0.1:{ports.Grpc(service)}") : null;

    public Uri? Web(Service service) => service.HasWeb ? new Uri($"http://127.0.0.1:{ports.Web(service)}") : null;

    public string AppPassword(Service service) => state.Secret($"{service.Database}_app.password");

    public string StepsPassword(Service service) => state.Secret($"{service.Database}_steps.password");

    public IReadOnlyDictionary<string, string?> For(Service service, IEnumerable<KeyValuePair<string, string>> more)
    {
        state.Secret($"{service.ClientId}.secret");
        var settings = new Dictionary<string, string?>(Inherited())
        {
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["Grpc__Address"] = Text(Grpc(service)),
            ["Web__Address"] = Text(Web(service)),
            ["Database__App"] = Database(service.Database, $"{service.Database}_app", AppPassword(service), AppConnections),
            ["Database__Steps"] = Database(service.Database, $"{service.Database}_steps", StepsPassword(service), StepsConnections),
            ["Broker__Address"] = (elsewhere?.Broker ?? rabbit.Address).ToString(),
            ["Broker__Nodes"] = elsewhere is null ? null : string.Join(',', elsewhere.BrokerNodes),
            ["Access__Issuer"] = Text(Web(Service.Access)),
            ["Access__ClientId"] = service.ClientId,
            ["Access__ClientSecretFile"] = Path.Combine(state.PrivateFolder("secrets"), $"{service.ClientId}.secret"),
            ["Access__ClientSecretsFolder"] = state.PrivateFolder("secrets"),
            ["Access__SignInsFile"] = Path.Combine(state.PrivateFolder("secrets"), "sign-ins.json"),
            ["Access__PortalRedirects"] = $"{Text(Web(Service.Portal))}/signin-oidc",
            ["Access__PortalSignedOutRedirects"] = $"{Text(Web(Service.Portal))}/",
            ["Keys__Folder"] = state.PrivateFolder("keys"),
            ["Seals__Folder"] = state.PrivateFolder("seals"),
            ["Messages__Folder"] = MessagesFolder(state),
            ["Clock__TestAllowed"] = "true",
            ["Demonstration__File"] = state["demonstration.json"],
            ["Telemetry__Otlp"] = Environment.GetEnvironmentVariable("REGISTRY_OTLP"),
            ["MASSTRANSIT_USAGE_TELEMETRY"] = "false",
            ["DOTNET_GCgen0size"] = YoungestGeneration,
        };
        foreach (var peer in Service.All.Where(s => s.HasGrpc))
            settings[$"Peers__{peer.Name}"] = Text(Grpc(peer));
        foreach (var (name, value) in more)
            settings[name] = value;
        return settings;
    }

    /// <summary>Beside the addresses on loopback, which the services keep among themselves: tokens are issued under that one, whichever way a browser comes.</summary>
    public IEnumerable<KeyValuePair<string, string>> ByHttps(Service service)
    {
        if (Https is not { } https)
            return [];
        // The first is the one that a message to a worker names: on a telephone, this machine's loopback is nothing.
        var portals = https.Hosts.Select(host => $"https://{host}:{ports.Https(Service.Portal)}").ToList();
        portals.Insert(System.Net.IPAddress.IsLoopback(https.Address) ? 0 : portals.Count, Text(Web(Service.Portal))!);
        var settings = new Dictionary<string, string>
        {
            ["Access__PortalRedirects"] = string.Join(',', portals.Select(p => p + "/signin-oidc")),
            ["Access__PortalSignedOutRedirects"] = string.Join(',', portals.Select(p => p + "/")),
            ["Access__HttpsPort"] = $"{ports.Https(Service.Access)}",
        };
        if (service == Service.Access)
        {
            settings["Web__HttpsAddress"] = $"https://{https.Text}:{ports.Https(Service.Access)}";
            (settings["Tls__Certificate"], settings["Tls__Key"]) = (https.CertificateFile, https.KeyFile);
        }
        else if (service == Service.Portal)
        {
            settings["Web__Address"] = $"{Text(Web(service))};https://{https.Text}:{ports.Https(service)}";
            (settings["Kestrel__Certificates__Default__Path"], settings["Kestrel__Certificates__Default__KeyPath"]) = (https.CertificateFile, https.KeyFile);
        }
        return settings;
    }

    string Database(string database, string user, string password, int connections) =>
        elsewhere is null ? postgres.ConnectionString(database, user, password, connections) : elsewhere.ConnectionString(database, user, password, connections);

    // What happens to be set in the caller's shell must not reach a service by chance.
    static Dictionary<string, string?> Inherited() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(variable => (string)variable.Key)
            .Where(name => _ours.Any(ours => name.StartsWith(ours, StringComparison.OrdinalIgnoreCase)))
            .ToDictionary(name => name, _ => (string?)null);

    /// <summary>Where messages to workers are written down, since nothing is sent from here: the codes with which they sign in.</summary>
    public static string MessagesFolder(StateFolder state) => Path.Combine(state.PrivateFolder("secrets"), "messages");

    static string? Text(Uri? address) => address?.GetLeftPart(UriPartial.Authority);
}
