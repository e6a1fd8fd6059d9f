using System.Text.Json.Nodes;
using System.Xml.Linq;
using Gms.Events;

namespace Gms.Conventions.Generated;

/// <summary>docs/asyncapi.json: the events as an AsyncAPI 3 document, for tools and for readers outside this repository.</summary>
static class AsyncApi
{
    public static JsonObject Document() => new()
    {
        ["asyncapi"] = "3.0.0",
        ["info"] = new JsonObject
        {
            ["title"] = "Events of the regional migrant-worker registry",
            ["version"] = Version(),
            ["description"] = "A channel is a RabbitMQ exchange. A message's body is MassTransit's JSON envelope, whose property \"message\" holds the payload described here; header gms-event holds the event's name with its version. Delivered at least once: act on eventId once, and ignore a subjectVersion older than the one held.",
        },
        ["defaultContentType"] = "application/vnd.masstransit+json",
        ["channels"] = Object(Happening.All.GroupBy(h => h.Address).Select(g => (g.Key, Channel(g.Key, g.Last().Summary, g))).Concat(Shared().Select(c => (c.Address, Channel(c.Address, c.Summary, c.Events))))),
        ["operations"] = Object(Sends().Concat(Receives())),
        ["components"] = new JsonObject { ["messages"] = Object(Happening.All.Select(h => (Id(h), Message(h)))) },
    };

    static JsonObject Channel(string address, string summary, IEnumerable<Happening> events) => new()
    {
        ["address"] = address,
        ["description"] = summary,
        ["messages"] = Object(events.Select(h => (Id(h), Reference($"#/components/messages/{Id(h)}")))),
    };

    static JsonObject Message(Happening happening) => new()
    {
        ["name"] = happening.Name,
        ["title"] = happening.Type.Name,
        ["summary"] = happening.Summary,
        ["payload"] = happening.Schema(),
    };

    /// <summary>Contracts that several events keep, and through which they can all be read.</summary>
    static IEnumerable<(string Address, string Summary, IReadOnlyList<Happening> Events)> Shared() =>
        Happening.All.SelectMany(h => h.Contracts.Select(c => (Contract: c, Event: h))).GroupBy(p => p.Contract)
            .Select(g => (g.Key, "Every event that belongs on a worker's timeline, by its publisher's exchange.", (IReadOnlyList<Happening>)[.. g.Select(p => p.Event)]));

    static IEnumerable<(string, JsonObject)> Sends() => Happening.All.GroupBy(h => h.Address).Select(g => ($"{g.First().Publisher}.publishes.{g.Key}", Operation("send", g.Key, g)));

    static IEnumerable<(string, JsonObject)> Receives() =>
        from service in Served.All
        from read in service.Reads
        let address = Happening.EntityOf(read.Event)
        select ($"{service.Name}.{read.Handler.Name}.reads.{address}", Operation("receive", address, Happening.All.Where(h => read.Event.IsAssignableFrom(h.Type))));

    static JsonObject Operation(string action, string address, IEnumerable<Happening> events) => new()
    {
        ["action"] = action,
        ["channel"] = Reference($"#/channels/{address}"),
        ["messages"] = new JsonArray([.. events.Select(h => Reference($"#/channels/{address}/messages/{Id(h)}"))]),
    };

    static string Id(Happening happening) => happening.Name.Replace(':', '.');

    static JsonObject Reference(string to) => new() { ["$ref"] = to };

    static JsonObject Object(IEnumerable<(string Name, JsonObject Value)> parts) => new(parts.OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Name, (JsonNode?)p.Value)));

    static string Version() => XDocument.Load(Checkout.Full("Directory.Build.props")).Descendants("Version").Single().Value;
}
