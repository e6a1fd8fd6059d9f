using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gms.Platform.Tests.Probe;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Gms.Platform.Tests.Hosting;

/// <summary>What a service does for whoever runs it in a container: settings from files, and an answer to a probe.</summary>
public sealed class ContainerVerbsTests
{
    static readonly string Folder = Directory.CreateTempSubdirectory("gms-container").FullName;

    [Fact]
    public void A_file_of_the_folder_is_a_setting_and_wins_over_the_variable_of_its_name()
    {
        File.WriteAllText(Path.Combine(Folder, "Database__App"), "Host=postgres;Password=of-the-file\n");
        var values = Values(("Settings:Folder", Folder), ("Database:App", "Host=elsewhere"), ("Keys:Folder", "/keys"));

        Assert.Equal("Host=postgres;Password=of-the-file", values["Database:App"]);
        Assert.Equal("/keys", values["Keys:Folder"]);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_a_fault_and_none_is_not() =>
        Assert.Contains("Settings__Folder names a folder that is not there", Assert.Throws<SettingsException>(() => Values(("Settings:Folder", Path.Combine(Folder, "nowhere")))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Health_is_0_of_a_service_that_is_ready_and_1_when_it_stopped()
    {
        await using var host = new ProbeHost();
        await host.InitializeAsync();
        var says = new StringWriter();

        Assert.Equal(0, await HealthVerb.Run(SettingsOf(host.Address), says));
        await host.Stop();
        Assert.Equal(1, await HealthVerb.Run(SettingsOf(host.Address), says));
        Assert.Contains("Not ready", says.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_over_TLS_takes_the_service_s_own_certificate_and_no_other()
    {
        var (own, other) = (Certificate("own"), Certificate("other"));
        var port = Free();
        await using var host = new ProbeHost(null, null, "Probe", new("Grpc:Address", $"https://127.0.0.1:{port}"), new("Tls:Certificate", own.Certificate), new("Tls:Key", own.Key));
        await host.InitializeAsync();
        var everywhere = new Uri($"https://0.0.0.0:{port}");

        Assert.Equal(0, await HealthVerb.Run(SettingsOf(everywhere, own), new StringWriter()));
        Assert.Equal(1, await HealthVerb.Run(SettingsOf(everywhere, other), new StringWriter()));
    }

    static Settings SettingsOf(Uri address, (string Certificate, string Key)? tls = null) => new(Values(
        ("Grpc:Address", address.GetLeftPart(UriPartial.Authority)), ("Database:App", "Host=127.0.0.1"), ("Keys:Folder", Folder), ("Seals:Folder", Folder), ("Access:Issuer", "http://127.0.0.1:1"),
        ("Tls:Certificate", tls?.Certificate), ("Tls:Key", tls?.Key)), development: true);

    static IConfigurationRoot Values(params (string Name, string? Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.ToDictionary(v => v.Name, v => v.Value)).AddSettingFiles().Build();

    static (string Certificate, string Key) Certificate(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var files = (Path.Combine(Folder, name + ".pem"), Path.Combine(Folder, name + ".key"));
        File.WriteAllText(files.Item1, certificate.ExportCertificatePem());
        File.WriteAllText(files.Item2, key.ExportPkcs8PrivateKeyPem());
        return files;
    }

    static int Free()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
