using System.Text.Json;
using Npgsql;

namespace Gms.Platform;

/// <summary>A service's verb `audit`: verifies its own seals with its own keys, prints the verdict as JSON and ends with 1 on any fault.</summary>
static class AuditVerb
{
    static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static async Task<int> Run(ServiceIdentity service, Settings settings, TextWriter answer)
    {
        settings.ThrowIfFaulty();
        await using var database = settings.OpenDatabase();
        var verdict = await Verdict(database, service, settings);
        await answer.WriteLineAsync(JsonSerializer.Serialize(verdict, Json));
        return verdict.Faults.Count == 0 ? 0 : 1;
    }

    static async Task<AuditVerdict> Verdict(NpgsqlDataSource database, ServiceIdentity service, Settings settings)
    {
        try
        {
            return await AuditVerifier.Verify(database, new KeyFolder(settings.KeysFolder, mayCreate: false), service, new(settings.SealsFolder, settings.SealEvery), CancellationToken.None);
        }
        catch (InvalidOperationException withoutKey)
        {
            return new(0, 0, 0, null, [withoutKey.Message]);
        }
    }
}
