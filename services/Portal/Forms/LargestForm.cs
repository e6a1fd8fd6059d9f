using Microsoft.AspNetCore.Http.Features;

namespace Gms.Portal.Forms;

/// <summary>
/// A form of words is small. What is far larger is not read into memory: it is read to its end and thrown away, since a browser hears an answer only when
/// it has sent all, and answered by a page that says what to do. Files have a limit of their own (FormPost).
/// </summary>
sealed class LargestForm(RequestDelegate next)
{
    public const long Bytes = 1024 * 1024;

    const long ReadAwayAtMost = 512L * 1024 * 1024;

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
            // The page that tells so is shown in this one's place, as if asked for.
            http.Request.Method = HttpMethods.Get;
            http.Request.ContentType = null;
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = Bytes;    // of one that does not say its length
        await next(http);
    }

    public static async Task ReadAway(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = ReadAwayAtMost;
        await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
    }
}
