using Gms.Platform;
using Microsoft.EntityFrameworkCore;

namespace Gms.Registry.Crossings;

/// <summary>Exits and arrivals as they are taken out.</summary>
static class CrossingExport
{
    public static ExportTable<RegistryDb> Crossings { get; } = new ExportTable<RegistryDb, Crossing>
    {
        Name = "crossings",
        Holds = "Exits and arrivals as posts, lists and workers told them.",
        Permission = "journeys.read",
        Table = "crossings",
        Within = ["crossing_reports"],
        Rows = db => db.Crossings.Include(c => c.Reports),
        Key = new(c => c.Id),
        Worker = c => c.WorkerNumber,
        OfCountry = (_, rows, country) => rows.Where(c => c.Country == country),
        // A list's event tells the import: what is new is told by its id.
        Changed = (rows, since) => rows.Where(c => c.Id >= since.FirstId || since.Subjects.Contains(c.Id.ToString())),
        Columns =
        [
            new("id", "The crossing's id.", c => c.Id),
            new("kind", "Exit or arrival.", c => c.Kind, CodeList.Of<CrossingKind>()),
            new("worker_number", "Who crossed.", c => c.WorkerNumber),
            new("departure_id", "The application it belongs to.", c => c.DepartureId),
            new("country", "The country left or entered, which holds the record.", c => c.Country, CodeList.Countries),
            new("checkpoint", "The border post; empty by air or sea.", c => c.Checkpoint, ExportCodes.Checkpoints),
            new("crossed_at", "When.", c => c.CrossedAt),
            new("source", "Who told it first.", c => c.Source, CodeList.Of<CrossingSource>()),
            new("confirmed_by", "Who else told it.", c => c.Reports.Select(r => r.Source).ToList(), CodeList.Of<CrossingSource>()),
            new("flags", "What was missing: questions, not accusations.", c => c.Flags, CodeList.Of<CrossingFlag>()),
        ],
    };
}
