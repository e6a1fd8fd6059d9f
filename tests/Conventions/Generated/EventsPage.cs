using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gms.Events;

namespace Gms.Conventions.Generated;

/// <summary>docs/events.md: every event, what it carries, who publishes it and who reads it.</summary>
static class EventsPage
{
    public static string Text() => string.Join('\n', Lines()).TrimEnd() + "\n";

    static IEnumerable<string> Lines() =>
    [
        """
        # Events

        Written by `./registry docs` from `services/Events` and the events that each service's `Program.cs` reads. Do not edit.
        The same for machines: [asyncapi.json](asyncapi.json). Every event carries `eventId`, `occurredAt`, `subjectId` and
        `subjectVersion` (1, 2, 3 … per subject); a worker event also `workerNumber` and `country`, and is on the worker's timeline.

        | event | published by | read by | worker event |
        |---|---|---|---|
        """,
        .. Happening.All.Select(Row),
        "",
        .. Happening.All.SelectMany(Section),
    ];

    public static IEnumerable<(string Service, string Handler)> Readers(Happening happening) =>
        from service in Served.All
        from read in service.Reads
        where read.Event.IsAssignableFrom(happening.Type)
        orderby service.Name, read.Handler.Name
        select (service.Name, read.Handler.Name);

    static string Row(Happening happening) =>
        $"| [`{happening.Name}`](#{Anchor(happening.Name)}) | {happening.Publisher} | {string.Join(", ", Readers(happening).Select(r => r.Service).Distinct())} | {(happening.Contracts.Count > 0 ? "yes" : "")} |";

    static IEnumerable<string> Section(Happening happening) =>
    [
        $"## {happening.Name}\n",
        $"{happening.Summary} {happening.Remarks}".TrimEnd() + "\n",
        $"Published by {happening.Publisher}. Read by {string.Join(", ", Readers(happening).Select(r => $"{r.Service} (`{r.Handler}`)").DefaultIfEmpty("nobody yet"))}.\n",
        "| field | type | meaning |",
        "|---|---|---|",
        .. happening.Properties.Where(p => typeof(IEvent).GetProperty(p.Name) is null).Select(p => Field(happening, p)),
        "",
    ];

    static string Field(Happening happening, PropertyInfo property) =>
        $"| `{JsonNamingPolicy.CamelCase.ConvertName(property.Name)}` | {TypeName(JsonShape.Of(property.PropertyType, _ => ""))}{(Samples.IsOptional(property) ? ", may be missing" : "")} | {happening.DocOf(property).Replace("|", "\\|", StringComparison.Ordinal)} |";

    static string TypeName(JsonObject schema) =>
        schema["items"] is JsonObject items ? $"list of {TypeName(items)}" : (schema["format"] ?? schema["type"])!.GetValue<string>();

    static string Anchor(string name) => name.Replace(".", "", StringComparison.Ordinal).Replace(":", "", StringComparison.Ordinal);
}
