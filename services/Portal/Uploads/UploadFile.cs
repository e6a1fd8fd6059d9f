using Gms.Imports.V1;
using Gms.Portal.Forms;
using Gms.Portal.Sessions;
using Grpc.Core;

namespace Gms.Portal.Uploads;

/// <summary>
/// Takes a file and hands it on. A short one is done before the page is shown; a long one goes on, and the page tells how far it is. What the service has of
/// it is on record there: a file that broke off is sent again under the same number and goes on where it stood.
/// </summary>
static class UploadFile
{
    public const int MostMegabytes = 20;
    const long MostBytes = MostMegabytes * 1024L * 1024L;

    static readonly TimeSpan Waits = TimeSpan.FromSeconds(20);

    public static void MapUploads(this IEndpointRouteBuilder app)
    {
        foreach (var kind in UploadKind.All)
            app.MapForm($"/uploads/{kind.Name}", $"/uploads/{kind.Name}", posted => Take(kind, posted), MostBytes);
        app.MapGet("/uploads/{kind}/{id}/rows.csv", RowReport.Download);
    }

    static async Task<string> Take(UploadKind kind, Posted posted)
    {
        var file = posted.Form.Files.GetFile("File") is { Length: > 0 } sent ? sent : throw new RefusedHereException(FormPost.NoFile);
        var header = new ImportHeader
        {
            ImportId = posted["ImportId"],
            Country = Offers.CountryOf(posted.Http.User) ?? "",
            DryRun = posted["DryRun"] == "yes",
            Label = Path.GetFileName(file.FileName) is { Length: > 100 } name ? name[..100] : Path.GetFileName(file.FileName),
        };
        var kept = File.Create(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await file.CopyToAsync(kept, posted.Cancel);
        kept.Position = 0;

        var sending = SendAll(kind, posted.To(kind.Service, kind.Purpose), header, kept);
        if (await Task.WhenAny(sending, Task.Delay(Waits, posted.Cancel)) == sending)
            await sending;
        else
            _ = sending.ContinueWith(ended => _ = ended.Exception, TaskScheduler.Default);    // the import's own page tells how far it came
        return $"/uploads/{kind.Name}/{header.ImportId}";
    }

    static async Task SendAll(UploadKind kind, CallInvoker to, ImportHeader header, Stream file)
    {
        await using (file)
            await kind.Send(to, header, file, CancellationToken.None);
    }
}
