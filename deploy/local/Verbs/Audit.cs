using System.Globalization;
using System.Text.Json;

namespace Gms.Local.Verbs;

/// <summary><c>audit verify [--json]</c>: every service verifies its audit against its seals. Ends with 1 on any fault, and when a service could not look.</summary>
public static class Audit
{
    const int AtOnce = 2; // each is a .NET start of its own, and a laptop has two cores

    static readonly JsonSerializerOptions _json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static async Task<int> Verify(LocalSystem system, bool json, CancellationToken cancel)
    {
        if (!system.Postgres.IsRunning)
            throw new CannotGoOnException("PostgreSQL is not running. Start it first: ./registry up --detach");

        var verdicts = await Verdicts(system, cancel);
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(new { services = verdicts, holds = verdicts.All(v => v.Faults.Count == 0) }, _json));
        else
            Print(verdicts);
        return verdicts.All(v => v.Faults.Count == 0) ? 0 : 1;
    }

    public static async Task<IReadOnlyList<AuditVerdict>> Verdicts(LocalSystem system, CancellationToken cancel)
    {
        var audited = system.Services.Where(s => s.Service.HasGrpc).ToList();
        var verdicts = new AuditVerdict[audited.Count];
        await Parallel.ForEachAsync(Enumerable.Range(0, audited.Count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
            async (i, c) => verdicts[i] = await Verdict(audited[i], c));
        return verdicts;
    }

    static async Task<AuditVerdict> Verdict(ServiceProcess service, CancellationToken cancel)
    {
        var result = await service.TryVerb("audit", cancel);
        var answer = result.Output.Split('\n').LastOrDefault(line => line.StartsWith('{'));
        return answer is null
            ? new AuditVerdict { Service = service.Service.Name, Faults = [$"It could not look: {result.LastLines(3)}"] }
            : JsonSerializer.Deserialize<AuditVerdict>(answer, _json)! with { Service = service.Service.Name };
    }

    static void Print(IReadOnlyList<AuditVerdict> verdicts)
    {
        Row("SERVICE", "SEALS", "ROWS SEALED", "NOT YET", "LAST SEAL", "VERDICT");
        foreach (var verdict in verdicts)
        {
            Row(verdict.Service, Number(verdict.Seals), Number(verdict.SealedRows), Number(verdict.UnsealedRows), verdict.SealedAt?.ToString("u", CultureInfo.InvariantCulture) ?? "-", verdict.Faults.Count == 0 ? "holds" : "BROKEN");
            foreach (var fault in verdict.Faults)
                Console.WriteLine($"  {fault}");
        }
        Console.WriteLine("Rows that are not sealed yet, from shortly before the last seal on, are not judged.");
    }

    static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    static void Row(string service, string seals, string rows, string open, string last, string verdict) =>
        Console.WriteLine($"{service,-22}{seals,10}{rows,14}{open,10}  {last,-22}{verdict}");
}

/// <summary>What one service answers to its verb audit.</summary>
public sealed record AuditVerdict
{
    public string Service { get; init; } = "";

    public long Seals { get; init; }

    public long SealedRows { get; init; }

    public long UnsealedRows { get; init; }

    public DateTimeOffset? SealedAt { get; init; }

    public IReadOnlyList<string> Faults { get; init; } = [];
}
