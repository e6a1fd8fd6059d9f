using Gms.Platform;

namespace Gms.Registry.Returns;

/// <summary>Returns as they are taken out.</summary>
static class ReturnExport
{
    public static ExportTable<RegistryDb> Returns { get; } = new ExportTable<RegistryDb, WorkerReturn>
    {
        Name = "returns",
        Holds = "Workers who came back from abroad, and why.",
        Permission = "journeys.read",
        Table = "returns",
        Rows = db => db.Returns,
        Key = new(r => r.Id),
        Worker = r => r.WorkerNumber,
        OfCountry = (_, rows, country) => rows.Where(r => r.Country == country),
        // Returns are added, never changed, and a list's event tells the import: what is new is told by its id.
        Changed = (rows, since) => rows.Where(r => r.Id >= since.FirstId),
        Columns =
        [
            new("id", "The return's id.", r => r.Id),
            new("worker_number", "Who came back.", r => r.WorkerNumber),
            new("country", "The country returned to, which holds the record.", r => r.Country, CodeList.Countries),
            new("come_from", "The country left.", r => r.ComeFrom, CodeList.Countries),
            new("reason", "Why.", r => r.Reason, ExportCodes.ReturnReasons),
            new("returned_on", "The day.", r => r.ReturnedOn),
            new("departure_id", "The application that led abroad.", r => r.DepartureId),
        ],
    };
}
