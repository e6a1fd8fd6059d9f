using System.Globalization;
using Gms.Platform;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Returns;

/// <summary>The CSV form of a row of Returns.ImportReturns.</summary>
static class ReturnCsv
{
    public static readonly CsvForm<Proto.ReturnRow> Form = new(
        new("worker_number", "worker_number", (row, text) => row.WorkerNumber = text, Required: true),
        new("reason", "reason", (row, text) => row.Reason = text, Required: true),
        new("from", "from", (row, text) => row.From = text, Required: true),
        new("returned_on", "returned_on", (row, text) => row.ReturnedOn = Day(text).ToProto(), Required: true),
        new("departure_id", "departure_id", (row, text) => row.DepartureId = text));

    static DateOnly Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : throw Refuse.Invalid(Problems.RowDateMalformed("returned_on"));
}
