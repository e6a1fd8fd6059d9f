using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Gms.Access.Tests.Messages;
using Gms.Platform;
using Gms.Registry.V1;
using Gms.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gms.Access.Tests.SignInCodes;

/// <summary>Access with a real mail server and a real gateway beside it, and a Registry that knows the workers of the tests.</summary>
public sealed partial class CodeHost : OpenIdHost
{
    readonly ConcurrentDictionary<string, ReachWorkerResponse> _workers = new();
    readonly string _secret = Path.GetTempFileName();

    public SmsReceiver Sms { get; } = new();

    public SmtpSink Mail { get; } = new();

    protected override IEnumerable<KeyValuePair<string, string?>> Settings =>
    [
        new("Messages:Sms:Url", Sms.Address + "send?id={id}"),
        new("Messages:Sms:Body", """{"to":"{to}","text":"{text}","language":"{language}"}"""),
        new("Messages:Sms:Headers:X-Key", "key {secret}"),
        new("Messages:Sms:SecretFile", _secret),
        new("Messages:Smtp:Host", "127.0.0.1"),
        new("Messages:Smtp:Port", Mail.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        new("Messages:Smtp:From", "registry@example.org"),
    ];

    public override async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(_secret, "of the gateway\n");
        await base.InitializeAsync();
        StartRegistry();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Sms.Dispose();
        Mail.Dispose();
        File.Delete(_secret);
    }

    public void StartRegistry()
    {
        Peers.Answer<ReachWorkerRequest, ReachWorkerResponse>(Reach, r => _workers.GetValueOrDefault(r.WorkerNumber) ?? new());
        Peers.Answer<ConfirmWorkerRequest, ConfirmWorkerResponse>("/gms.registry.v1.Workers/ConfirmWorker", r => new() { Exists = _workers.ContainsKey(r.WorkerNumber), WorkerNumber = r.WorkerNumber });
    }

    public void StopRegistry() => Peers.TakeDown(Reach);

    const string Reach = "/gms.registry.v1.Workers/ReachWorker";

    /// <summary>A worker whom the Registry knows.</summary>
    internal string Worker(string? phone = null, string? email = null, string language = "lo")
    {
        var (number, known) = (WorkerNumber.New("LA"), new ReachWorkerResponse { Exists = true, Languages = { language } });
        if (phone is not null)
            known.Addresses.Add(new WorkerAddress { Kind = ContactKind.Phone, Value = phone });
        if (email is not null)
            known.Addresses.Add(new WorkerAddress { Kind = ContactKind.Email, Value = email });
        _workers[number] = known;
        return number;
    }

    static int s_phones = 1000;

    internal static string Phone() => $"+85620555{Interlocked.Increment(ref s_phones)}";

    /// <summary>Asks on the page for a code, and comes to the page on which it is typed.</summary>
    internal static async Task<Shown> Ask(Browser browser, string number)
    {
        var form = await browser.Open((await browser.Open(Browser.AuthorizeAddress(("acr_values", "urn:gms:acr:code")))).Location!);
        var asked = await browser.Submit(form, ("number", number));
        Assert.Equal(HttpStatusCode.Redirect, asked.Status);
        return await browser.Open(asked.Location!);
    }

    /// <summary>The digits that came to a telephone.</summary>
    internal async Task<string> CodeAt(string phone)
    {
        var taken = await Eventually.Becomes(() => Task.FromResult(Sms.Taken.LastOrDefault(m => m.Body.Contains(phone, StringComparison.Ordinal))), m => m.Body is not null);
        await Eventually.Becomes(() => Db(db => db.Messages.AnyAsync(m => m.DoneAt == null)), waits => !waits);    // the relay has written down that it went
        return SixDigits().Match(taken.Body[taken.Body.IndexOf("text", StringComparison.Ordinal)..]).Value;
    }

    /// <summary>Types the code, and goes on to where the portal gets its answer.</summary>
    internal static async Task<Shown> Enter(Browser browser, Shown form, string code)
    {
        var entered = await browser.Submit(form, ("code", code));
        return entered.Status == HttpStatusCode.Redirect && entered.Location!.StartsWith("/connect/authorize", StringComparison.Ordinal) ? await browser.Open(entered.Location) : entered;
    }

    /// <summary>Everything that the database holds of codes, messages and audit, as text.</summary>
    internal Task<string> Rows() => Db(db => db.Database.SqlQuery<string>(
        $"SELECT (SELECT coalesce(string_agg(c::text, ' '), '') FROM sign_in_codes c) || (SELECT coalesce(string_agg(m::text, ' '), '') FROM messages m) || (SELECT coalesce(string_agg(a::text, ' '), '') FROM audit a) AS \"Value\"").SingleAsync());

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex SixDigits();
}
