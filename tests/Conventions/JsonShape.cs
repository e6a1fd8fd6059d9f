using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gms.Conventions;

/// <summary>The JSON Schema of a type as events are written, and what may become of one.</summary>
static class JsonShape
{
    public static JsonObject Of(System.Type type, Func<PropertyInfo, string> describe)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Samples.Item(type) is { } item)
            return new() { ["type"] = "array", ["items"] = Of(item, describe) };
        if (Samples.Pair(type) is { } pair)
            return new() { ["type"] = "object", ["additionalProperties"] = Of(pair[1], describe) };
        if (type.IsEnum)
            return new() { ["type"] = "integer", ["enum"] = new JsonArray([.. Enum.GetValues(type).Cast<object>().Select(v => (JsonNode)Convert.ToInt32(v, null))]) };
        return Plain(type) ?? Record(type, describe);
    }

    /// <summary>What became of a schema that an older reader, or an older row of an event log, would stumble over.</summary>
    public static IEnumerable<string> Breaks(JsonNode before, JsonNode now, string path)
    {
        if (before["properties"] is not JsonObject had)
        {
            if (before["items"] is { } items && now["items"] is { } nowItems)
                return Breaks(items, nowItems, path + "[]");
            return JsonNode.DeepEquals(before, now) ? [] : [$"{path}: was {before.ToJsonString()}, is {now.ToJsonString()}"];
        }

        var has = now["properties"] as JsonObject ?? [];
        return [
            .. had.Where(p => !has.ContainsKey(p.Key)).Select(p => $"{path}.{p.Key}: was removed"),
            .. had.Where(p => has.ContainsKey(p.Key)).SelectMany(p => Breaks(p.Value!, has[p.Key]!, $"{path}.{p.Key}")),
            .. had.Where(p => has.ContainsKey(p.Key) && Requires(before, p.Key) != Requires(now, p.Key)).Select(p => $"{path}.{p.Key}: is {(Requires(now, p.Key) ? "now" : "no longer")} required"),
            .. has.Where(p => !had.ContainsKey(p.Key) && Requires(now, p.Key)).Select(p => $"{path}.{p.Key}: was added and is required; rows written before lack it"),
        ];
    }

    static bool Requires(JsonNode schema, string property) => schema["required"] is JsonArray required && required.Any(r => r!.GetValue<string>() == property);

    static JsonObject? Plain(System.Type type) =>
        type == typeof(string) ? new() { ["type"] = "string" }
        : type == typeof(bool) ? new() { ["type"] = "boolean" }
        : type == typeof(Guid) ? new() { ["type"] = "string", ["format"] = "uuid" }
        : type == typeof(DateOnly) ? new() { ["type"] = "string", ["format"] = "date" }
        : type == typeof(DateTimeOffset) ? new() { ["type"] = "string", ["format"] = "date-time" }
        : type == typeof(long) ? new() { ["type"] = "integer", ["format"] = "int64" }
        : type == typeof(int) ? new() { ["type"] = "integer", ["format"] = "int32" }
        : type == typeof(decimal) ? new() { ["type"] = "number" }
        : null;

    static JsonObject Record(System.Type type, Func<PropertyInfo, string> describe)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (var property in type.GetProperties().Where(p => p.GetIndexParameters().Length == 0))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            var schema = Of(property.PropertyType, describe);
            if (describe(property) is { Length: > 0 } text)
                schema["description"] = text;
            properties[name] = schema;
            if (!Samples.IsOptional(property))
                required.Add((JsonNode)name);
        }

        return new() { ["type"] = "object", ["required"] = required, ["properties"] = properties };
    }
}
