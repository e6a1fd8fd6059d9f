using Gms.Platform;

namespace Gms.Registry.Crossings;

/// <summary>Exits and arrivals as they are taken out.</summary>
static class CrossingExport
{
    public static ExportTable<RegistryDb> Crossings { get; } = new ExportTable<RegistryDb, Crossing>
    {
        Name = "crossings",
        Holds = "Exits and arrivals as a border post saw them.",
        Permission = "journeys.read",
        Table = "crossings",
        Rows = db => db.Crossings,
        Key = new(c => c.Id),
        Worker = c => c.WorkerNumber,
        OfCountry = (_, rows, country) => rows.Where(c => c.Country == country),
        Changed = (rows, since) => rows.Where(c => since.Subjects.Contains(c.Id.ToString())),
        Columns =
        [
            new("id", "The crossing's id.", c => c.Id),
            new("kind", "Exit or arrival.", c => c.Kind, CodeList.Of<CrossingKind>()),
            new("worker_number", "Who crossed.", c => c.WorkerNumber),
            new("departure_id", "The application it belongs to.", c => c.DepartureId),
            new("country", "The country left or entered, which holds the record.", c => c.Country, CodeList.Countries),
            new("checkpoint", "The border post; empty by air or sea.", c => c.Checkpoint, ExportCodes.Checkpoints),
            new("crossed_at", "When.", c => c.CrossedAt),
            new("flags", "What was missing: questions, not accusations.", c => c.Flags, CodeList.Of<CrossingFlag>()),
        ],
    };
}
