using System.Net;
using System.Text.RegularExpressions;
using Gms.Access.SecondFactors;
using Xunit;

namespace Gms.Access.Tests.SecondFactors;

/// <summary>An officer with a browser and, once it is set up, an app that makes codes.</summary>
sealed partial class Officer(OpenIdHost host, string account, string? password = null) : IDisposable
{
    byte[] _secret = [];

    public Browser Browser { get; } = new(host);

    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    /// <summary>The code that the app shows now, or showed or will show.</summary>
    public string Code(int secondsFromNow = 0) => TimeCodes.At(_secret, host.Time.GetUtcNow().AddSeconds(secondsFromNow));

    public string WrongCode => Enumerable.Range(0, 5).Select(i => $"{i}{i}{i}{i}{i}{i}").First(code => TimeCodes.StepOf(_secret, code, host.Time.GetUtcNow()) is null);

    public Task<Shown> SignIn(Browser? at = null) => (at ?? Browser).SignIn(account, password);

    /// <summary>Reads the key from the page, types its code, keeps the recovery codes.</summary>
    public async Task<Shown> SetUp(string address)
    {
        var page = await Browser.Open(address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        _secret = TimeCodes.Bytes(Key().Match(page.Html).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal));
        var done = await Browser.Submit(page, ("code", Code()));
        RecoveryCodes = [.. Recovery().Matches(done.Html).Select(m => m.Groups[1].Value)];
        return done;
    }

    /// <summary>Signs in and sets it up at will.</summary>
    public async Task SetUp()
    {
        Assert.NotNull((await SignIn())["code"]);
        Assert.Equal(HttpStatusCode.OK, (await SetUp("/connect/second-factor/set-up")).Status);
    }

    /// <summary>From the password to the answer to a code.</summary>
    public async Task<Shown> Give(string code, Browser? at = null)
    {
        var browser = at ?? Browser;
        var toCode = await SignIn(browser);
        Assert.StartsWith("/connect/second-factor?", toCode.Location, StringComparison.Ordinal);
        return await Again(browser, toCode.Location!, code);
    }

    public static async Task<Shown> Again(Browser browser, string address, string code)
    {
        var answer = await browser.Submit(await browser.Open(address), ("code", code));
        return answer.Location is { } back && back.StartsWith("/connect/authorize", StringComparison.Ordinal) ? await browser.Open(back) : answer;
    }

    public void Dispose() => Browser.Dispose();

    [GeneratedRegex("id=\"key\">([A-Z2-7 ]+)<")]
    private static partial Regex Key();

    [GeneratedRegex("<li>([A-Z2-9]{5}-[A-Z2-9]{5})</li>")]
    private static partial Regex Recovery();
}
