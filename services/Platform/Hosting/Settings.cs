using System.Net;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Gms.Platform;

/// <summary>A service's configuration, read and checked once at start. A fault names the setting and what belongs there.</summary>
public sealed class Settings
{
    readonly IConfiguration _values;
    readonly List<string> _faults = [];

    public Settings(IConfiguration values, bool development)
    {
        _values = values;
        Development = development;
        Grpc = Address("Grpc:Address", "the address to serve gRPC on, for example http://127.0.0.1:5101")!;
        Web = _values["Web:Address"] is null ? null : Address("Web:Address", "the address to serve web pages on");
        AppConnection = Required("Database:App", "an Npgsql connection string with the service's app role");
        Broker = _values["Broker:Address"] is { Length: > 0 } broker ? ReadUri("Broker:Address", broker) : null;
        KeysFolder = Required("Keys:Folder", "the folder of the key files");
        SealsFolder = Required("Seals:Folder", "the folder for the copies of audit seals outside the database");
        Access = new(Required("Access:Issuer", "the address of the OpenID Connect issuer whose tokens are taken"),
            (_values["Access:Algorithms"] ?? "ES256").Split(',', StringSplitOptions.TrimEntries), _values["Access:ClientId"] ?? "", _values["Access:ClientSecretFile"]);
        Peers = new(_values.GetSection("Peers").GetChildren().Where(p => p.Value is { Length: > 0 }).ToDictionary(p => p.Key, p => ReadUri("Peers:" + p.Key, p.Value!)),
            TimeSpan.FromMilliseconds(_values.GetValue("Peers:DeadlineMilliseconds", 3000)));
        MayCreateKeys = _values.GetValue("Keys:Create", development);
        SealEvery = TimeSpan.FromMilliseconds(_values.GetValue("Seals:EveryMilliseconds", 1000));
        TestClockAllowed = OnlyInDevelopment("Clock:TestAllowed");
        InboxOff = OnlyInDevelopment("Inbox:Off");
        Otlp = _values["Telemetry:Otlp"] is { Length: > 0 } otlp ? ReadUri("Telemetry:Otlp", otlp) : null;
        CertificateFile = _values["Tls:Certificate"];
        CertificateKeyFile = _values["Tls:Key"];
    }

    public bool Development { get; }
    public Uri Grpc { get; }
    public Uri? Web { get; }
    public string AppConnection { get; }

    /// <summary>Null only where a test delivers events itself.</summary>
    public Uri? Broker { get; }
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

    public NpgsqlDataSource OpenDatabase()
    {
        var connection = new NpgsqlConnectionStringBuilder(AppConnection);
        if (!connection.ContainsKey("Maximum Pool Size"))
            connection.MaxPoolSize = 16;    // two cores: more connections make each slower
        if (!connection.ContainsKey("Max Auto Prepare"))
            connection.MaxAutoPrepare = 100;
        return new NpgsqlDataSourceBuilder(connection.ConnectionString).Build();
    }

    public void ThrowIfFaulty()
    {
        if (_faults.Count > 0)
            throw new SettingsException(_faults);
    }

    string Required(string name, string what)
    {
        if (_values[name] is { Length: > 0 } value)
            return value;
        _faults.Add($"{name.Replace(":", "__", StringComparison.Ordinal)} is not set: put {what} there.");
        return "";
    }

    Uri? Address(string name, string what)
    {
        var text = Required(name, what);
        if (text.Length == 0)
            return null;
        var uri = ReadUri(name, text);
        if (uri.Scheme == "http" && !(uri.IsLoopback || IPAddress.TryParse(uri.Host, out var ip) && IPAddress.IsLoopback(ip)))
            _faults.Add($"{name.Replace(":", "__", StringComparison.Ordinal)} is {uri}: outside loopback only https is served. Set an https address, Tls__Certificate and Tls__Key.");
        if (uri.Scheme == "https" && (_values["Tls:Certificate"] is null || _values["Tls:Key"] is null))
            _faults.Add("Tls__Certificate and Tls__Key are not set: put the PEM files of the server's certificate and key there.");
        return uri;
    }

    Uri ReadUri(string name, string text)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri))
            return uri;
        _faults.Add($"{name.Replace(":", "__", StringComparison.Ordinal)} is not an address: {text}");
        return new("http://invalid/");
    }

    bool OnlyInDevelopment(string name)
    {
        var on = _values.GetValue(name, false);
        if (on && !Development)
            _faults.Add($"{name.Replace(":", "__", StringComparison.Ordinal)} is accepted only with DOTNET_ENVIRONMENT=Development.");
        return on;
    }
}

/// <summary>The configuration lacks something or holds something wrong; the message says what to set.</summary>
public sealed class SettingsException(IReadOnlyList<string> faults) : Exception("The configuration is not right:\n  " + string.Join("\n  ", faults));
