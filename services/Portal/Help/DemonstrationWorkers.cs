using System.Text.Json;

namespace Gms.Portal.Help;

/// <summary>The demonstration's workers, for whoever tries the registry out: told in Development only, from the file that <c>./registry up</c> keeps.</summary>
sealed class DemonstrationWorkers(IHostEnvironment here, IConfiguration values)
{
    static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public IReadOnlyList<DemonstrationWorker> All()
    {
        if (!here.IsDevelopment() || values["Demonstration:File"] is not { Length: > 0 } file)
            return [];
        try
        {
            return JsonSerializer.Deserialize<List<DemonstrationWorker>>(File.ReadAllText(file), Json) ?? [];
        }
        catch (Exception none) when (none is IOException or JsonException)
        {
            return [];    // not loaded yet
        }
    }
}

/// <param name="Name">What the journey shows, in English.</param>
/// <param name="WorkerNumber">The number to type.</param>
sealed record DemonstrationWorker(string Name, string WorkerNumber);
