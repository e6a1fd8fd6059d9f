using System.Text;
using Gms.Imports.V1;
using Gms.Portal.Languages;
using Gms.Portal.Pages;
using Gms.Portal.Sessions;
using Grpc.Core;

namespace Gms.Portal.Uploads;

/// <summary>What became of each row, as a file that a spreadsheet opens: in the reader's words, one line for each problem.</summary>
static class RowReport
{
    public static async Task<IResult> Download(string kind, string id, Services services, Texts texts, HttpContext http)
    {
        if (UploadKind.Find(kind) is not { } known)
            return Results.NotFound();
        try
        {
            var report = new StringBuilder().Append('\uFEFF').AppendLine(Line(texts["upload.row"], texts["upload.outcome"], texts["upload.record"], texts["upload.column"], texts["upload.wrong"], texts["upload.todo"]));
            using var rows = new Gms.Imports.V1.Imports.ImportsClient(services.To(known.Service, known.Purpose)).ListImportRows(new() { ImportId = id }, cancellationToken: http.RequestAborted);
            await foreach (var some in rows.ResponseStream.ReadAllAsync(http.RequestAborted))
                foreach (var row in some.Rows)
                    foreach (var line in Lines(texts, row))
                        report.AppendLine(line);
            return Results.File(Encoding.UTF8.GetBytes(report.ToString()), "text/csv; charset=utf-8", $"{kind}-{id[..8]}.csv");
        }
        catch (RpcException refused) when (refused.StatusCode is StatusCode.NotFound or StatusCode.InvalidArgument or StatusCode.PermissionDenied)
        {
            return Results.NotFound();
        }
    }

    public static IEnumerable<string> Lines(Texts texts, ImportedRow row)
    {
        var (number, outcome) = ($"{row.Row}", texts[$"upload.outcome.{row.Outcome}"]);
        if (row.Problems.Count == 0)
            yield return Line(number, outcome, row.Id, "", "", "");
        foreach (var problem in row.Problems)
        {
            var told = Words.OfRow(texts, problem);
            yield return Line(number, outcome, row.Id, problem.Field, told.Sentence, told.WhatToDo);
        }
    }

    /// <summary>One line by RFC 4180. What a spreadsheet would take for a formula is kept a text by an apostrophe.</summary>
    public static string Line(params IEnumerable<string> cells) => string.Join(',', cells.Select(Cell));

    static string Cell(string text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;
        return safe.AsSpan().IndexOfAny("\",\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
