using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Gms.Events;
using Gms.Platform;
using MassTransit;

namespace Gms.Conventions;

/// <summary>One event contract, as its readers know it.</summary>
sealed partial record Happening(System.Type Type)
{
    static readonly XDocument Docs = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "Gms.Events.xml"));

    public static IReadOnlyList<Happening> All { get; } = [.. EventNames.All.Select(t => new Happening(t)).OrderBy(h => h.Name, StringComparer.Ordinal)];

    /// <summary>For example gms.registry.worker-enrolled:1.</summary>
    public string Name => EventNames.Of(Type);

    /// <summary>The exchange, and the name without its version.</summary>
    public string Address => EntityOf(Type);

    public string Urn => UrnOf(Type);

    /// <summary>The folder under services/Events: the service that publishes it.</summary>
    public string Publisher => Type.Namespace!["Gms.Events.".Length..];

    /// <summary>The event contracts it can also be read through, by their exchange.</summary>
    public IReadOnlyList<string> Contracts => [.. Type.GetInterfaces().Where(i => i != typeof(IEvent) && typeof(IEvent).IsAssignableFrom(i)).Select(EntityOf).Order(StringComparer.Ordinal)];

    public string Summary => DocOf("T:" + Type.FullName, "summary");

    public string Remarks => DocOf("T:" + Type.FullName, "remarks");

    public IEnumerable<PropertyInfo> Properties => Type.GetProperties().Where(p => p.GetMethod is { IsStatic: false } && p.Name != "EqualityContract");

    /// <summary>What is said of a property, by the event or by the contract it keeps.</summary>
    public string DocOf(PropertyInfo property) => Type.GetInterfaces().Select(i => i.FullName).Prepend(Type.FullName)
        .Select(owner => DocOf($"P:{owner}.{property.Name}", "summary")).FirstOrDefault(doc => doc.Length > 0, "");

    public JsonObject Schema() => JsonShape.Of(Type, DocOf);

    public JsonNode Sample(bool full) => JsonNode.Parse(EventJson.Write((IEvent)Samples.Of(Type, full)))!;

    /// <summary>What no reader may be surprised by: names on the wire, properties, and the JSON itself.</summary>
    public JsonObject Pinned() => new()
    {
        ["name"] = Name,
        ["urn"] = Urn,
        ["contracts"] = new JsonArray([.. Contracts.Select(c => (JsonNode)c)]),
        ["schema"] = JsonShape.Of(Type, _ => ""),
        ["sample"] = Sample(full: true),
    };

    public static string EntityOf(System.Type type) => type.GetCustomAttribute<EntityNameAttribute>()?.EntityName ?? "";

    static string UrnOf(System.Type type) => type.GetCustomAttribute<MessageUrnAttribute>()?.Urn.ToString() ?? "";

    static string DocOf(string member, string part)
    {
        var text = Docs.Descendants("member").FirstOrDefault(m => m.Attribute("name")?.Value == member)?.Element(part)?.Value ?? "";
        return Spaces().Replace(text, " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
