using Microsoft.Extensions.Configuration;
using Xunit;

namespace Gms.Platform.Tests.Hosting;

public sealed class SettingsTests
{
    static readonly Dictionary<string, string?> Right = new()
    {
        ["Grpc:Address"] = "http://127.0.0.1:5101",
        ["Database:App"] = "Host=127.0.0.1;Database=probe;Username=app;Password=unmistakable-password",
        ["Keys:Folder"] = "/tmp/keys",
        ["Seals:Folder"] = "/tmp/seals",
        ["Access:Issuer"] = "http://127.0.0.1:5106",
    };

    [Fact]
    public void Right_settings_are_taken()
    {
        Assert.Equal("", Faults());
        Assert.Equal("", Faults(("Broker:Nodes", "mq-a:5671, 10.0.0.12:5671,mq-c.example.org:5671")));
        Assert.Equal("", Faults(("Web:TrustedProxies", "10.244.0.0/16, fd00:10:244::/56")));
    }

    [Fact]
    public void Every_missing_setting_is_named_at_once_with_what_belongs_there()
    {
        var faults = Assert.Throws<SettingsException>(() => new Settings(new ConfigurationBuilder().Build(), false).ThrowIfFaulty()).Message;

        foreach (var name in Right.Keys)
            Assert.Contains(name.Replace(":", "__", StringComparison.Ordinal) + " is not set: put ", faults, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Grpc:Address", "")]
    [InlineData("Grpc:Address", "5101")]
    [InlineData("Grpc:Address", "not an address")]
    [InlineData("Grpc:Address", "ftp://127.0.0.1:21")]
    [InlineData("Grpc:Address", "http://0.0.0.0:5101")]
    [InlineData("Grpc:Address", "http://192.168.1.5:5101")]
    [InlineData("Grpc:Address", "http://registry.example:5101")]
    [InlineData("Web:Address", "http://0.0.0.0:8080")]
    [InlineData("Web:Address", "8080")]
    [InlineData("Web:TrustedProxies", "ingress")]
    [InlineData("Web:TrustedProxies", "10.244.0.7")]
    [InlineData("Web:TrustedProxies", "0.0.0.0/0")]
    [InlineData("Web:TrustedProxies", "::/0")]
    [InlineData("Database:App", "this is no connection string")]
    [InlineData("Database:App", "Hst=127.0.0.1")]
    [InlineData("Broker:Address", "localhost")]
    [InlineData("Broker:Address", "http://127.0.0.1:5672")]
    [InlineData("Broker:Nodes", "mq-a,mq-b")]
    [InlineData("Broker:Nodes", "amqp://mq-a:5672")]
    [InlineData("Broker:Nodes", "mq-a:none")]
    [InlineData("Access:Issuer", "access")]
    [InlineData("Access:Issuer", "http://access.example")]
    [InlineData("Peers:Recruitment", "recruitment")]
    [InlineData("Peers:Recruitment", "http://recruitment.example:5102")]
    [InlineData("Peers:DeadlineMilliseconds", "soon")]
    [InlineData("Peers:DeadlineMilliseconds", "0")]
    [InlineData("Seals:EveryMilliseconds", "often")]
    [InlineData("Seals:EveryMilliseconds", "0")]
    [InlineData("Seals:EveryMilliseconds", "60000")]
    [InlineData("Keys:Create", "yes")]
    [InlineData("Clock:TestAllowed", "perhaps")]
    [InlineData("Clock:TestAllowed", "true")]
    [InlineData("Inbox:Off", "true")]
    [InlineData("Telemetry:Otlp", "collector")]
    [InlineData("Access:ClientSecretFile", "/nowhere/secret")]
    public void A_wrong_setting_is_named(string name, string value)
    {
        var faults = Faults((name, value));

        Assert.Contains(name.Replace(":", "__", StringComparison.Ordinal) + " ", faults, StringComparison.Ordinal);
        Assert.DoesNotContain("unmistakable-password", faults, StringComparison.Ordinal);
    }

    [Fact]
    public void Https_needs_a_certificate_that_is_there()
    {
        Assert.Contains("Tls__Certificate", Faults(("Grpc:Address", "https://0.0.0.0:5101")), StringComparison.Ordinal);
        Assert.Contains("Tls__Certificate", Faults(("Grpc:Address", "https://0.0.0.0:5101"), ("Tls:Certificate", "/nowhere/c.pem"), ("Tls:Key", "/nowhere/k.pem")), StringComparison.Ordinal);
        Assert.Contains("Grpc__Address", Faults(("Grpc:Address", "https://registry.example:5101"), ("Tls:Certificate", "/nowhere/c.pem"), ("Tls:Key", "/nowhere/k.pem")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_is_never_repeated_in_a_fault() =>
        Assert.DoesNotContain("unmistakable", Faults(("Broker:Address", "unmistakable secret"), ("Database:App", "Passwort=unmistakable")), StringComparison.Ordinal);

    [Fact]
    public async Task A_service_with_wrong_settings_ends_with_the_code_for_it_and_says_what_to_set()
    {
        var (error, shown) = (Console.Error, new StringWriter());
        Console.SetError(shown);
        try
        {
            Assert.Equal(78, await Gms.Registry.Program.Main([]));
        }
        finally
        {
            Console.SetError(error);
        }
        Assert.Contains("Registry does not start.", shown.ToString(), StringComparison.Ordinal);
        Assert.Contains("Grpc__Address is not set", shown.ToString(), StringComparison.Ordinal);
    }

    static string Faults(params (string Name, string Value)[] changes)
    {
        var values = new Dictionary<string, string?>(Right);
        foreach (var (name, value) in changes)
            values[name] = value;
        try
        {
            new Settings(new ConfigurationBuilder().AddInMemoryCollection(values).Build(), development: false).ThrowIfFaulty();
            return "";
        }
        catch (SettingsException fault)
        {
            return fault.Message;
        }
    }
}
