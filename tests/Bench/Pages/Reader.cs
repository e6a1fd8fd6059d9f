using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace Gms.Bench.Pages;

/// <summary>Somebody at the Portal, without a browser: what is measured is what the server takes. Signed in through Access as anybody is.</summary>
sealed partial class Reader(Uri portal, string account, string password) : IDisposable
{
    readonly HttpClient _http = new(new SocketsHttpHandler { CookieContainer = new(), AllowAutoRedirect = true, MaxConnectionsPerServer = 200 }) { BaseAddress = portal, Timeout = TimeSpan.FromSeconds(60) };

    /// <summary>Address and hidden fields of the form on the page for finding somebody.</summary>
    (string Action, Dictionary<string, string> Fields)? _form;

    public async Task SignIn(CancellationToken cancel)
    {
        using var page = await _http.GetAsync("/sign-in", cancel);
        var fields = Hidden(await page.Content.ReadAsStringAsync(cancel));
        fields["account"] = account;
        fields["password"] = password;
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await _http.PostAsync(new Uri(page.RequestMessage!.RequestUri!, "/connect/login"), content, cancel);
        if (answer.RequestMessage!.RequestUri!.Host != portal.Host || answer.RequestMessage.RequestUri.Port != portal.Port)
            throw new Local.CannotGoOnException($"The sign-in of {account} did not come through.");
    }

    /// <summary>Milliseconds until all of the page was there; an answer that is no page is none.</summary>
    public async Task<double?> Open(string path, CancellationToken cancel)
    {
        var asked = Stopwatch.GetTimestamp();
        using var answer = await _http.GetAsync(path, cancel);
        var page = await answer.Content.ReadAsStringAsync(cancel);
        return IsAPage(answer, page) ? Stopwatch.GetElapsedTime(asked).TotalMilliseconds : null;
    }

    /// <summary>Sends the form of a page about a worker and follows to the answer: the time of both, as the officer waits for both.</summary>
    public async Task<double?> Find(string form, string number, IReadOnlyDictionary<string, string> more, CancellationToken cancel)
    {
        if (_form is null)
        {
            var page = await _http.GetStringAsync(form, cancel);
            var main = page[page.IndexOf("<main", StringComparison.Ordinal)..];
            _form = (Action().Match(main).Groups[1].Value, Hidden(main));
        }
        var fields = new Dictionary<string, string>(_form.Value.Fields) { ["Number"] = number };
        foreach (var (name, value) in more)
            fields[name] = value;
        using var content = new FormUrlEncodedContent(fields);
        var asked = Stopwatch.GetTimestamp();
        using var answer = await _http.PostAsync(_form.Value.Action, content, cancel);
        var found = await answer.Content.ReadAsStringAsync(cancel);
        return IsAPage(answer, found) && found.Contains(number, StringComparison.Ordinal) ? Stopwatch.GetElapsedTime(asked).TotalMilliseconds : null;
    }

    public void Dispose() => _http.Dispose();

    static bool IsAPage(HttpResponseMessage answer, string page) =>
        answer.StatusCode == HttpStatusCode.OK && page.EndsWith("</html>", StringComparison.Ordinal) && !page.Contains("role=\"alert\"", StringComparison.Ordinal);

    static Dictionary<string, string> Hidden(string page) => HiddenField().Matches(page)
        .Select(tag => (Name: NameOf().Match(tag.Value).Groups[1].Value, Value: WebUtility.HtmlDecode(ValueOf().Match(tag.Value).Groups[1].Value)))
        .Where(field => field.Name.Length > 0).DistinctBy(field => field.Name).ToDictionary(field => field.Name, field => field.Value);

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex HiddenField();

    [GeneratedRegex("name=\"([^\"]*)\"")]
    private static partial Regex NameOf();

    [GeneratedRegex("value=\"([^\"]*)\"")]
    private static partial Regex ValueOf();

    [GeneratedRegex("action=\"([^\"]*)\"")]
    private static partial Regex Action();
}
