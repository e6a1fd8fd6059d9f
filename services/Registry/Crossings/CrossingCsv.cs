using System.Globalization;
using Gms.Platform;
using Google.Protobuf.WellKnownTypes;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Crossings;

/// <summary>The CSV form of a row of Crossings.ImportCrossings.</summary>
static class CrossingCsv
{
    /// <summary>A time without its distance from UTC means six instants in six countries: it is refused.</summary>
    static readonly string[] Times = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'"];

    public static readonly CsvForm<Proto.CrossingRow> Form = new(
        new("kind", "kind", (row, text) => row.Kind = Kind(text), Required: true),
        new("worker_number", "worker_number", (row, text) => row.WorkerNumber = text, Required: true),
        new("crossed_at", "crossed_at", (row, text) => row.CrossedAt = Time(text), Required: true),
        new("checkpoint", "checkpoint", (row, text) => row.Checkpoint = text),
        new("departure_id", "departure_id", (row, text) => row.DepartureId = text));

    static Proto.CrossingKind Kind(string text) => text.ToUpperInvariant() switch
    {
        "EXIT" => Proto.CrossingKind.Exit,
        "ARRIVAL" => Proto.CrossingKind.Arrival,
        _ => throw Refuse.Invalid(PlatformProblems.ValueUnknown("kind", "exit, arrival")),
    };

    static Timestamp Time(string text) =>
        DateTimeOffset.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? Timestamp.FromDateTimeOffset(at)
            : throw Refuse.Invalid(Problems.CrossingTimeMalformed());
}
