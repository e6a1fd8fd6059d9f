using Gms.Platform;
using Gms.Registry.Documents;
using Microsoft.EntityFrameworkCore;

namespace Gms.Registry.Departures;

/// <summary>What a decision needs of a worker; names and document numbers are not even read. After a merge: the survivor's facts, and the papers of every number.</summary>
sealed record WorkerOnRecord(PartialDate BirthDate, string? Nationality, List<Paper> Papers)
{
    /// <summary>Every number of the worker.</summary>
    public IReadOnlyList<string> Numbers { get; init; } = [];
}

static class WorkersOnRecord
{
    public static async Task<WorkerOnRecord?> OnRecord(this RegistryDb db, string number, CancellationToken cancel) =>
        (await db.OnRecord([number], cancel)).GetValueOrDefault(number);

    /// <summary>The workers under these numbers, by the number asked; who is not enrolled is left out.</summary>
    public static async Task<Dictionary<string, WorkerOnRecord>> OnRecord(this RegistryDb db, IReadOnlyCollection<string> asked, CancellationToken cancel)
    {
        var numbers = await db.NumbersOfEach(asked, cancel);
        string[] all = [.. numbers.Values.SelectMany(n => n).Distinct()];
        var records = await db.Workers.AsNoTracking().Where(w => all.Contains(w.WorkerNumber))
            .Select(w => new { w.WorkerNumber, Facts = new WorkerOnRecord(w.BirthDate, w.Nationality, w.Documents.Where(d => d.State == DocumentState.InUse).Select(d => new Paper(d.Kind, d.ValidFrom, d.ValidUntil)).ToList()) })
            .AsSingleQuery().ToDictionaryAsync(r => r.WorkerNumber, r => r.Facts, cancel);

        var found = new Dictionary<string, WorkerOnRecord>();
        foreach (var (number, own) in numbers)
        {
            var survivor = own.Count == 1 ? number : await db.SurvivorOf(number, cancel);
            if (records.GetValueOrDefault(survivor) is { } facts)
                found[number] = facts with { Papers = [.. own.SelectMany(n => records.GetValueOrDefault(n)?.Papers ?? [])], Numbers = own };
        }
        return found;
    }
}
