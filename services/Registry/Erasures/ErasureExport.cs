using Gms.Platform;

namespace Gms.Registry.Erasures;

/// <summary>Requests to erase as they are taken out.</summary>
static class ErasureExport
{
    public static ExportTable<RegistryDb> Erasures { get; } = new ExportTable<RegistryDb, Erasure>
    {
        Name = "erasures",
        Holds = "Requests to take a person's data away for good, and what was decided.",
        Permission = "erasures.read",
        Table = "erasures",
        Rows = db => db.Set<Erasure>(),
        Key = new(e => e.Id),
        Worker = e => e.WorkerNumber,
        OfCountry = (_, rows, country) => rows.Where(e => e.Country == country),
        Columns =
        [
            new("id", "The request's id.", e => e.Id),
            new("worker_number", "Whose data.", e => e.WorkerNumber),
            new("country", "The country that holds the worker's record.", e => e.Country, CodeList.Countries),
            new("ground", "On what legal ground.", e => e.Ground, CodeList.Of<ErasureGround>()),
            new("reference", "The file number.", e => e.Reference),
            new("requested_by", "The account that made the request.", e => e.RequestedBy),
            new("requested_at", "When.", e => e.RequestedAt),
            new("state", "Where it stands.", e => e.State, CodeList.Of<ErasureState>()),
            new("decided_by", "The account that decided.", e => e.DecidedBy),
            new("decided_at", "When.", e => e.DecidedAt),
            new("reason", "Why.", e => e.Reason),
        ],
    };
}
