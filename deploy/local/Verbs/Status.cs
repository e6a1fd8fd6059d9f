using System.Globalization;
using System.Text.Json;

namespace Gms.Local.Verbs;

/// <summary><c>status [--json]</c>: every part with address, process, health and version. Ends with 1 unless all are healthy.</summary>
static class Status
{
    static readonly JsonSerializerOptions _json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static async Task<int> Run(LocalSystem system, bool json, CancellationToken cancel)
    {
        var parts = await system.Status(cancel);
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(new { parts }, _json));
        else
            Print(parts);
        return parts.All(part => part.Health == "healthy") ? 0 : 1;
    }

    public static void Print(IReadOnlyList<PartStatus> parts)
    {
        Row("PART", "ADDRESS", "PROCESS", "HEALTH", "VERSION");
        foreach (var part in parts)
            Row(
                part.Name,
                string.Join("  ", new[] { part.Address, part.Web }.OfType<string>()),
                part.ProcessId?.ToString(CultureInfo.InvariantCulture) ?? "-",
                part.Health,
                part.Version ?? "-");
    }

    static void Row(string name, string address, string process, string health, string version) =>
        Console.WriteLine($"{name,-22}{address,-48}{process,-10}{health,-15}{version}");
}
