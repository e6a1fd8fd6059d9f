using Microsoft.AspNetCore.Http.Features;

namespace Gms.Portal.Forms;

/// <summary>
/// A form of words is small and holds characters. What is far larger is not read into memory: it is read to its end and thrown away, since a browser hears
/// an answer only when it has sent all. That, and what holds no text, is answered by a page that says what to do. Files have a limit of their own (FormPost).
/// </summary>
sealed class LargestForm(RequestDelegate next)
{
    public const long Bytes = 1024 * 1024;

    const long ReadAwayAtMost = 512L * 1024 * 1024;

    /// <summary>The code of the Portal's refusal, for the page that is shown in this one's place.</summary>
    static readonly object Code = new();

    public async Task InvokeAsync(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || http.Request.Path.StartsWithSegments("/uploads"))
        {
            await next(http);
            return;
        }
        if (http.Request.ContentLength > Bytes)
        {
            await ReadAway(http);
            Refuse(http, StatusCodes.Status413PayloadTooLarge, FormPost.TextTooLong);
            return;
        }
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = Bytes;    // of one that does not say its length
        if (await Unreadable(http) is { } status)
            Refuse(http, status, status == StatusCodes.Status413PayloadTooLarge ? FormPost.TextTooLong : FormPost.Unreadable);
        else
            await next(http);
    }

    public static string? CodeOf(HttpContext? http) => http?.Items[Code] as string;

    public static async Task ReadAway(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = ReadAwayAtMost;
        await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
    }

    /// <summary>Reads the form for whoever asks for it later; the status to answer where it cannot be read.</summary>
    static async Task<int?> Unreadable(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
            return null;
        try
        {
            await http.Request.ReadFormAsync(http.RequestAborted);
            return null;
        }
        catch (BadHttpRequestException bad)
        {
            return bad.StatusCode;
        }
        catch (InvalidDataException)
        {
            return StatusCodes.Status400BadRequest;
        }
    }

    /// <summary>The page that tells so is shown as if it had been asked for: what was sent is not looked at again.</summary>
    public static void Refuse(HttpContext http, int status, string code)
    {
        http.Items[Code] = code;
        http.Request.Method = HttpMethods.Get;
        http.Request.ContentType = null;
        http.Features.Set<IFormFeature>(null);
        http.Response.StatusCode = status;
    }
}
