using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gms.Access.Messages;

/// <summary>Sends text messages through whatever HTTP gateway the settings describe.</summary>
sealed class SmsGateway(SmsSettings settings) : ISender, IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // Nothing of ours follows a redirect with a person's telephone number in it. A gateway that could not be reached was told nothing: that is given up sooner.
    readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5), ConnectTimeout = Patience / 2 }) { Timeout = Timeout.InfiniteTimeSpan };

    public AddressKind Reaches => AddressKind.Phone;

    public async Task<Sending> Send(Letter letter, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            var secret = settings.SecretFile is { } file ? (await File.ReadAllTextAsync(file, cancel)).Trim() : "";
            using var request = Request(letter, secret);
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            return answer.IsSuccessStatusCode ? Sending.Taken : IsForGood(answer.StatusCode) ? Sending.Refused : answer.StatusCode == HttpStatusCode.GatewayTimeout ? Sending.Unheard : Sending.NotNow;
        }
        catch (HttpRequestException failure)
        {
            return failure.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError ? Sending.NotNow : Sending.Unheard;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return patience.IsCancellationRequested ? Sending.Unheard : Sending.NotNow;
        }
        catch (IOException)
        {
            return Sending.NotNow;    // the secret cannot be read
        }
    }

    /// <summary>The gateway's word on this one message. That our key is wrong (401, 403) or that we ask too often (429) passes.</summary>
    static bool IsForGood(HttpStatusCode status) => status is HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.UnprocessableEntity;

    internal HttpRequestMessage Request(Letter letter, string secret)
    {
        var request = new HttpRequestMessage(new(settings.Method), Filled(settings.Url, letter, secret, Uri.EscapeDataString));
        if (settings.Method != "GET")
            request.Content = new StringContent(Filled(settings.Body, letter, secret, Encoding), System.Text.Encoding.UTF8, settings.ContentType);
        foreach (var (name, value) in settings.Headers)
            request.Headers.TryAddWithoutValidation(name, Filled(value, letter, secret, OneLine));
        return request;
    }

    string Encoding(string value) => settings.ContentType switch
    {
        "application/json" => JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value,
        "application/x-www-form-urlencoded" => Uri.EscapeDataString(value),
        "application/xml" or "text/xml" => WebUtility.HtmlEncode(value),
        _ => value,
    };

    static string OneLine(string value) => value.ReplaceLineEndings(" ");

    /// <summary>Each place is filled once: what a value holds is never taken for a place.</summary>
    static string Filled(string template, Letter letter, string secret, Func<string, string> encode)
    {
        var filled = new StringBuilder();
        var rest = template.AsSpan();
        while (rest.IndexOf('{') is >= 0 and var open)
        {
            filled.Append(rest[..open]);
            rest = rest[open..];
            var close = rest.IndexOf('}');
            string? value = close < 0 ? null : rest[1..close] switch
            {
                "to" => letter.To,
                "text" => letter.Text,
                "id" => letter.Id.ToString("N"),
                "language" => letter.Language,
                "secret" => secret,
                _ => null,
            };
            filled.Append(value is null ? "{" : encode(value));
            rest = rest[(value is null ? 1 : close + 1)..];
        }
        return filled.Append(rest).ToString();
    }

    public void Dispose() => _http.Dispose();
}
