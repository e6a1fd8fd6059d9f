using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gms.Events;
using MassTransit;

namespace Gms.Platform;

/// <summary>Events by their written-out wire name, which never changes when a type is renamed or moved.</summary>
public static class EventNames
{
    static readonly Dictionary<System.Type, string> Names = typeof(IEvent).Assembly.GetTypes()
        .Where(t => t is { IsClass: true, IsAbstract: false } && typeof(IEvent).IsAssignableFrom(t))
        .ToDictionary(t => t, NameOf);

    static readonly Dictionary<string, System.Type> ByName = Names.ToDictionary(n => n.Value, n => n.Key);

    public static IReadOnlyCollection<System.Type> All => Names.Keys;

    /// <summary>The wire names that this build knows.</summary>
    public static string[] Known { get; } = [.. ByName.Keys];

    /// <summary>For example gms.registry.worker-enrolled:1.</summary>
    public static string Of(System.Type happened) => Names[happened];

    /// <summary>Null for a name that this build does not know: a newer publisher's.</summary>
    public static System.Type? TypeOf(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The publishing service: the second part of the name.</summary>
    public static string ServiceOf(string name) => name.Split('.')[1];

    static string NameOf(System.Type type)
    {
        var entity = type.GetCustomAttribute<EntityNameAttribute>()?.EntityName ?? throw new InvalidOperationException($"{type} has no [EntityName].");
        var urn = type.GetCustomAttribute<MessageUrnAttribute>()?.Urn.ToString() ?? throw new InvalidOperationException($"{type} has no [MessageUrn].");
        return $"{entity}:{urn[(urn.LastIndexOf(':') + 1)..]}";
    }
}

/// <summary>Events as JSON, the same in the outbox, on the wire and in a replay.</summary>
public static class EventJson
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static string Write(IEvent happened) => JsonSerializer.Serialize(happened, happened.GetType(), Options);

    public static object Read(string json, System.Type type) => JsonSerializer.Deserialize(json, type, Options)!;

    /// <summary>Whether this build can read it.</summary>
    public static bool CanRead(string json, System.Type type)
    {
        try
        {
            return Read(json, type) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
