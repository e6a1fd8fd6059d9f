using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Types = Gms.Type.V1;

namespace Gms.DepartureOrientation;

/// <summary>Rules as data: the files in Data/, read once at start.</summary>
static class DataFile
{
    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter<Types.Confidence>(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static T Read<T>(string name)
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var file = assembly.GetManifestResourceStream(assembly.GetManifestResourceNames().Single(n => n.EndsWith($".Data.{name}.json", StringComparison.Ordinal)))!;
        return JsonSerializer.Deserialize<T>(file, Options)!;
    }
}
