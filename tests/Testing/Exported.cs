using System.Text;
using System.Text.Json;
using Gms.Exports.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Gms.Testing;

/// <summary>Takes exports as a caller does: <c>await Exported.Rows(host.As(officer, "enrolment"), "departures")</c>.</summary>
public static class Exported
{
    /// <summary>The rows, by column.</summary>
    public static async Task<IReadOnlyList<JsonElement>> Rows(CallInvoker who, string name, Action<ExportRequest>? ask = null)
    {
        var file = await File(who, name, ExportFormat.Ndjson, ask);
        return [.. file.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];
    }

    /// <summary>One column of every row, as text.</summary>
    public static async Task<IReadOnlyList<string>> Column(CallInvoker who, string name, string column, Action<ExportRequest>? ask = null) =>
        [.. (await Rows(who, name, ask)).Select(r => r.GetProperty(column).ToString())];

    public static async Task<string> File(CallInvoker who, string name, ExportFormat format, Action<ExportRequest>? ask = null) =>
        Encoding.UTF8.GetString([.. (await Pieces(who, name, format, ask)).SelectMany(p => p.Content)]);

    public static async Task<IReadOnlyList<ExportResponse>> Pieces(CallInvoker who, string name, ExportFormat format, Action<ExportRequest>? ask = null)
    {
        var request = new ExportRequest { Name = name, Format = format };
        ask?.Invoke(request);
        using var call = new Gms.Exports.V1.Exports.ExportsClient(who).Export(request);
        var pieces = new List<ExportResponse>();
        while (await call.ResponseStream.MoveNext(CancellationToken.None))
            pieces.Add(call.ResponseStream.Current);
        return pieces;
    }

    /// <summary>The names of what the caller may take.</summary>
    public static async Task<IReadOnlyList<string>> Names(CallInvoker who) => [.. (await new Gms.Exports.V1.Exports.ExportsClient(who).ListExportsAsync(new())).Exports.Select(e => e.Name)];

    /// <summary>
    /// Asks for everything that the caller may take in every way in which it can be asked, so that each query was run: all rows, those of a worker,
    /// those changed lately, those after a position. Answers the rows of all, by name.
    /// </summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<JsonElement>>> Everything(CallInvoker who)
    {
        var taken = new Dictionary<string, IReadOnlyList<JsonElement>>();
        foreach (var export in (await new Gms.Exports.V1.Exports.ExportsClient(who).ListExportsAsync(new() { Language = "lo" })).Exports)
        {
            taken[export.Name] = await Rows(who, export.Name);
            await Rows(who, export.Name, r => r.After = $"{Guid.Empty:N}.0");
            await File(who, export.Name, ExportFormat.Csv, r => r.Language = "km");
            if (export.TellsOfWorkers)
                await Rows(who, export.Name, r => r.WorkerNumber = Platform.WorkerNumber.New("LA"));
            if (export.KnowsChanges)
                await Rows(who, export.Name, r => r.ChangedSince = Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow()));
        }
        return taken;
    }
}
