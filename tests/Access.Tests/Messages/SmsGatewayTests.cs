using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Gms.Access.Messages;
using Gms.Platform;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Gms.Access.Tests.Messages;

public sealed class SmsGatewayTests
{
    static readonly Letter Said = new(Guid.Empty, "+8562055500000", "subject", "a \"quoted\" {secret} & ខ្មែរ", "km");

    [Fact]
    public async Task Json_is_filled_so_that_it_stays_json_and_a_place_in_a_text_is_text()
    {
        using var gateway = new SmsGateway(new("https://sms.example/{to}", "POST", """{"to":"{to}","text":"{text}"}""", "application/json", new Dictionary<string, string> { ["X-Key"] = "{secret}" }, null));
        using var request = gateway.Request(Said, "the key");

        Assert.Equal("https://sms.example/%2B8562055500000", request.RequestUri!.AbsoluteUri);
        var body = JsonDocument.Parse(await request.Content!.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal((Said.To, Said.Text), (body.GetProperty("to").GetString(), body.GetProperty("text").GetString()));
        Assert.Equal("the key", request.Headers.GetValues("X-Key").Single());
    }

    [Fact]
    public async Task A_form_is_filled_as_forms_are()
    {
        using var gateway = new SmsGateway(new("https://sms.example/", "POST", "to={to}&text={text}", "application/x-www-form-urlencoded", new Dictionary<string, string>(), null));
        using var request = gateway.Request(Said, "");

        Assert.Equal($"to={Uri.EscapeDataString(Said.To)}&text={Uri.EscapeDataString(Said.Text)}", await request.Content!.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_gateway_that_hangs_up_may_have_sent_it_and_one_that_is_not_there_has_not()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var gateway = new SmsGateway(new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/", "POST", "{text}", "application/json", new Dictionary<string, string>(), null));

        var sending = gateway.Send(Said, TestContext.Current.CancellationToken);
        using (var taken = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken))
            Assert.NotEqual(0, await taken.GetStream().ReadAsync(new byte[64], TestContext.Current.CancellationToken));
        Assert.Equal(Sending.Unheard, await sending);

        listener.Stop();
        Assert.Equal(Sending.NotNow, await gateway.Send(Said, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("Messages:Sms:Url", "http://sms.example/")]
    [InlineData("Messages:Smtp:Host", "mail.example.org", "Messages:Smtp:From", "r@example.org", "Messages:Smtp:Tls", "none")]
    [InlineData("Messages:Smtp:Host", "mail.example.org")]
    [InlineData("Messages:Folder", "/tmp/x")]
    public void Settings_with_which_people_s_addresses_would_travel_in_the_clear_stop_the_start(params string[] pairs) =>
        Assert.Throws<SettingsException>(() => MessageSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(pairs.Chunk(2).Select(p => KeyValuePair.Create(p[0], (string?)p[1]))).Build(), development: false));
}
