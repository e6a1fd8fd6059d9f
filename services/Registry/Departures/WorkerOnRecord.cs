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
    public static async Task<WorkerOnRecord?> OnRecord(this RegistryDb db, string number, CancellationToken cancel)
    {
        var numbers = await db.NumbersOf(number, cancel);
        var survivor = numbers.Count == 1 ? number : await db.SurvivorOf(number, cancel);
        var records = await db.Workers.Where(w => numbers.Contains(w.WorkerNumber))
            .Select(w => new { w.WorkerNumber, Facts = new WorkerOnRecord(w.BirthDate, w.Nationality, w.Documents.Where(d => d.State == DocumentState.InUse).Select(d => new Paper(d.Kind, d.ValidFrom, d.ValidUntil)).ToList()) })
            .AsSingleQuery().ToListAsync(cancel);
        return records.Find(r => r.WorkerNumber == survivor)?.Facts is { } facts
            ? facts with { Papers = [.. records.SelectMany(r => r.Facts.Papers)], Numbers = numbers }
            : null;
    }
}
