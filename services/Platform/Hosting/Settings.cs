using System.Globalization;
using System.Net;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Gms.Platform;

/// <summary>A service's configuration, read and checked once at start. A fault names the setting and what belongs there.</summary>
public sealed class Settings
{
    static readonly Uri Invalid = new("http://invalid/");

    readonly IConfiguration _values;
    readonly List<string> _faults = [];

    public Settings(IConfiguration values, bool development)
    {
        _values = values;
        Development = development;
        Grpc = Address("Grpc:Address", "the address to serve gRPC on, for example http://127.0.0.1:5101")!;
        Web = _values["Web:Address"] is null ? null : Address("Web:Address", "the address to serve web pages on");
        WebByHttps = _values["Web:HttpsAddress"] is null ? null : Address("Web:HttpsAddress", "a further address to serve web pages on, by https");
        TrustedProxies = Networks();
        AppConnection = Connection("Database:App", "an Npgsql connection string with the service's app role");
        Broker = _values["Broker:Address"] is { Length: > 0 } broker ? ReadUri("Broker:Address", broker, "amqp", "amqps") : null;
        BrokerNodes = Nodes("Broker:Nodes");
        KeysFolder = Required("Keys:Folder", "the folder of the key files");
        SealsFolder = Required("Seals:Folder", "the folder for the copies of audit seals outside the database");
        Access = new(Issuer(), (_values["Access:Algorithms"] ?? "ES256").Split(',', StringSplitOptions.TrimEntries), _values["Access:ClientId"] ?? "", ExistingFile("Access:ClientSecretFile"));
        Peers = new(_values.GetSection("Peers").GetChildren().Where(p => p.Value is { Length: > 0 }).Where(p => p.Key != "DeadlineMilliseconds").ToDictionary(p => p.Key, p => Safe("Peers:" + p.Key, ReadUri("Peers:" + p.Key, p.Value!, "http", "https"), "called")),
            Milliseconds("Peers:DeadlineMilliseconds", 3000, 600_000));
        MayCreateKeys = Switch("Keys:Create", development);
        SealEvery = Milliseconds("Seals:EveryMilliseconds", 1000, 10_000);
        TestClockAllowed = OnlyInDevelopment("Clock:TestAllowed");
        InboxOff = OnlyInDevelopment("Inbox:Off");
        Otlp = _values["Telemetry:Otlp"] is { Length: > 0 } otlp ? ReadUri("Telemetry:Otlp", otlp, "http", "https") : null;
        CertificateFile = ExistingFile("Tls:Certificate");
        CertificateKeyFile = ExistingFile("Tls:Key");
    }

    public bool Development { get; }
    public Uri Grpc { get; }
    public Uri? Web { get; }

    /// <summary>Where the same pages are served beside <see cref="Web"/>, by https.</summary>
    public Uri? WebByHttps { get; }

    /// <summary>Whose word on a caller's address is taken; empty: nobody's.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; }
    public string AppConnection { get; }

    /// <summary>Null only where a test delivers events itself.</summary>
    public Uri? Broker { get; }

    /// <summary>The nodes of a broker's cluster, each `host:port`, reached with what `Broker__Address` says beside; empty for a broker of one node.</summary>
    public IReadOnlyList<string> BrokerNodes { get; }
    public string KeysFolder { get; }
    public bool MayCreateKeys { get; }
    public string SealsFolder { get; }
    public TimeSpan SealEvery { get; }
    public AccessSettings Access { get; }
    public PeerSettings Peers { get; }
    public bool TestClockAllowed { get; }
    public bool InboxOff { get; }
    public Uri? Otlp { get; }
    public string? CertificateFile { get; }
    public string? CertificateKeyFile { get; }

    /// <summary>The connection of the steps role, needed only by the verb `schema`.</summary>
    public static string StepsConnection(IConfiguration values) =>
        values["Database:Steps"] ?? throw new SettingsException(["Database__Steps is not set: put an Npgsql connection string with the service's steps role there."]);

    public NpgsqlDataSource OpenDatabase() => DatabaseServers.Open(AppConnection);

    /// <summary>Null where the database stands on one server.</summary>
    public NpgsqlDataSource? OpenStandby() => DatabaseServers.OpenStandby(AppConnection);

    public void ThrowIfFaulty()
    {
        if (_faults.Count > 0)
            throw new SettingsException(_faults);
    }

    static string Shown(string name) => name.Replace(":", "__", StringComparison.Ordinal);

    string Required(string name, string what)
    {
        if (_values[name] is { Length: > 0 } value)
            return value;
        _faults.Add($"{Shown(name)} is not set: put {what} there.");
        return "";
    }

    /// <summary>An address to listen on.</summary>
    Uri? Address(string name, string what)
    {
        var text = Required(name, what);
        if (text.Length == 0)
            return null;
        var uri = Safe(name, ReadUri(name, text, "http", "https"), "served");
        if (uri.Host != "localhost" && uri.Host != Invalid.Host && !IPAddress.TryParse(uri.Host.Trim('[', ']'), out _))
            _faults.Add($"{Shown(name)} is {uri}: put an IP address to listen on there, not a name.");
        if (uri.Scheme == "https" && (_values["Tls:Certificate"] is null || _values["Tls:Key"] is null))
            _faults.Add("Tls__Certificate and Tls__Key are not set: put the PEM files of the server's certificate and key there.");
        return uri;
    }

    string Issuer()
    {
        var text = Required("Access:Issuer", "the address of the OpenID Connect issuer whose tokens are taken");
        if (text.Length > 0)
            Safe("Access:Issuer", ReadUri("Access:Issuer", text, "http", "https"), "called");
        return text;
    }

    /// <summary>Tokens and people's data never travel in the clear.</summary>
    Uri Safe(string name, Uri uri, string used)
    {
        if (uri.Scheme == "http" && uri != Invalid && !uri.IsLoopback)
            _faults.Add($"{Shown(name)} is {uri}: outside loopback only https is {used}. Set an https address{(used == "served" ? ", Tls__Certificate and Tls__Key" : "")}.");
        return uri;
    }

    string Connection(string name, string what)
    {
        var text = Required(name, what);
        try
        {
            _ = new NpgsqlConnectionStringBuilder(text);
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException)
        {
            _faults.Add($"{Shown(name)} is not one that Npgsql reads: put {what} there.");    // not repeated: it may hold a password
        }
        return text;
    }

    string? ExistingFile(string name)
    {
        if (_values[name] is not { Length: > 0 } file)
            return null;
        if (!File.Exists(file))
            _faults.Add($"{Shown(name)} names a file that is not there: {file}");
        return file;
    }

    TimeSpan Milliseconds(string name, int usual, int most)
    {
        if (_values[name] is not { Length: > 0 } text)
            return TimeSpan.FromMilliseconds(usual);
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most)
            return TimeSpan.FromMilliseconds(number);
        _faults.Add($"{Shown(name)} is not right: put whole milliseconds from 1 to {most} there.");
        return TimeSpan.FromMilliseconds(usual);
    }

    bool Switch(string name, bool usual)
    {
        if (_values[name] is not { Length: > 0 } text)
            return usual;
        if (bool.TryParse(text, out var on))
            return on;
        _faults.Add($"{Shown(name)} is not right: put true or false there.");
        return usual;
    }

    string[] Nodes(string name)
    {
        string[] nodes = (_values[name] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (!nodes.All(node => Uri.TryCreate($"amqp://{node}/", UriKind.Absolute, out var uri) && uri.Authority == node && uri.Port > 0))
            _faults.Add($"{Shown(name)} is not right: put the cluster's nodes there, each as host:port, with commas between them.");
        return nodes;
    }

    IReadOnlyList<IPNetwork> Networks()
    {
        if (Platform.TrustedProxies.Read(_values[Platform.TrustedProxies.Setting]) is { } networks)
            return networks;
        _faults.Add(Platform.TrustedProxies.Fault);
        return [];
    }

    Uri ReadUri(string name, string text, params string[] schemes)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && schemes.Contains(uri.Scheme) && uri.Host.Length > 0)
            return uri;
        _faults.Add($"{Shown(name)} is not an address that begins with {string.Join(" or ", schemes.Select(s => s + "://"))}.");    // not repeated: it may hold a password
        return Invalid;
    }

    bool OnlyInDevelopment(string name)
    {
        var on = Switch(name, false);
        if (on && !Development)
            _faults.Add($"{Shown(name)} is accepted only with DOTNET_ENVIRONMENT=Development.");
        return on;
    }
}

/// <summary>The configuration lacks something or holds something wrong; the message says what to set.</summary>
public sealed class SettingsException(IReadOnlyList<string> faults) : Exception("The configuration is not right:\n  " + string.Join("\n  ", faults));
