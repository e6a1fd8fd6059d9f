using System.Text.Json;
using System.Text.Json.Serialization;
using Types = Gms.Type.V1;

namespace Gms.DepartureOrientation;

/// <summary>Reads a file of rules from Data/, once, at start.</summary>
static class DataFile
{
    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter<Types.Confidence>(JsonNamingPolicy.SnakeCaseLower), new JsonStringEnumConverter() },
    };

    public static T Read<T>(string name)
    {
        var assembly = typeof(DataFile).Assembly;
        using var file = assembly.GetManifestResourceStream(assembly.GetManifestResourceNames().Single(n => n.EndsWith($".Data.{name}.json", StringComparison.Ordinal)))!;
        return JsonSerializer.Deserialize<T>(file, Options) ?? throw new InvalidOperationException($"Data/{name}.json is empty.");
    }
}

/// <summary>Something that holds from its first day to its last, both inclusive.</summary>
public interface IDated
{
    DateOnly EffectiveFrom { get; }

    DateOnly? EffectiveTo { get; }
}

/// <summary>What holds on a day.</summary>
static class Dated
{
    public static bool Holds(this IDated rule, DateOnly day) => rule.EffectiveFrom <= day && (rule.EffectiveTo is not { } last || day <= last);
}
