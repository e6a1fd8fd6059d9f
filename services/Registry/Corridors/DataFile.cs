using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gms.Registry.Corridors;

/// <summary>Reads a file of rules from Data/, once, at start.</summary>
static class DataFile
{
    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter() },
    };

    public static T Read<T>(string name)
    {
        var assembly = typeof(DataFile).Assembly;
        var resource = assembly.GetManifestResourceNames().Single(n => n.EndsWith($".Data.{name}.json", StringComparison.Ordinal));
        using var stream = assembly.GetManifestResourceStream(resource)!;
        return JsonSerializer.Deserialize<T>(stream, Options) ?? throw new InvalidOperationException($"Data/{name}.json is empty.");
    }
}
