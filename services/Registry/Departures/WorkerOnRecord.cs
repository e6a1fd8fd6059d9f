using Gms.Platform;
using Gms.Registry.Documents;
using Gms.Registry.Workers;
using Microsoft.EntityFrameworkCore;

namespace Gms.Registry.Departures;

/// <summary>What a decision needs of a worker; names and document numbers are not even read.</summary>
sealed record WorkerOnRecord(PartialDate BirthDate, string? Nationality, List<Paper> Papers);

static class WorkersOnRecord
{
    public static Task<WorkerOnRecord?> OnRecord(this DbSet<Worker> workers, string number, CancellationToken cancel) =>
        workers.Where(w => w.WorkerNumber == number)
            .Select(w => new WorkerOnRecord(w.BirthDate, w.Nationality, w.Documents.Where(d => d.State == DocumentState.InUse).Select(d => new Paper(d.Kind, d.ValidFrom, d.ValidUntil)).ToList()))
            .AsSingleQuery().SingleOrDefaultAsync(cancel);
}
