using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Gms.Access.OpenId;

/// <summary>The parameters of a request: each at most once (RFC 6749, 3.2), whole text, nothing long.</summary>
sealed class Form
{
    const int MostBytes = 64 * 1024;

    readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    Form(IEnumerable<KeyValuePair<string, StringValues>> sent)
    {
        foreach (var (name, values) in sent)
        {
            if (values.Count != 1)
                throw OAuthException.InvalidRequest("A parameter was sent more than once.");
            if (IsDamaged(name) || IsDamaged(values[0]!))
                throw OAuthException.InvalidRequest("A parameter holds damaged text.");
            if (values[0]!.Length > 0)    // sent without a value is as not sent
                _values.Add(name, values[0]!);
        }
    }

    public IReadOnlyDictionary<string, string> All => _values;

    public string? this[string name] => _values.GetValueOrDefault(name);

    public string Required(string name) => this[name] ?? throw OAuthException.InvalidRequest($"{name} is missing.");

    /// <summary>What could not be decoded became U+FFFD; PostgreSQL cannot hold NUL.</summary>
    static bool IsDamaged(string text) => text.AsSpan().ContainsAny('\0', '\uFFFD');

    public static Form OfQuery(HttpRequest request) => new(request.Query);

    public static async Task<Form> OfBody(HttpRequest request, CancellationToken cancel)
    {
        if (!request.HasFormContentType)
            throw OAuthException.InvalidRequest("Send application/x-www-form-urlencoded.");
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MostBytes;
        try
        {
            return new(await request.ReadFormAsync(cancel));
        }
        catch (Exception unreadable) when (unreadable is BadHttpRequestException or InvalidDataException)
        {
            throw OAuthException.InvalidRequest("The form is too large or cannot be read.");
        }
    }
}
