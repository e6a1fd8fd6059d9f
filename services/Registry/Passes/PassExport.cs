using Gms.Platform;
using Gms.Registry.Departures;

namespace Gms.Registry.Passes;

/// <summary>Departure passes as they are taken out; the pass itself is shown by GetPass.</summary>
static class PassExport
{
    public static ExportTable<RegistryDb> Passes { get; } = new ExportTable<RegistryDb, Pass>
    {
        Name = "passes",
        Holds = "Departure passes: for which departure, from when to when, and whether revoked.",
        Permission = "passes.read",
        Table = "passes",
        LeavesOut = new Dictionary<string, string>
        {
            ["text_encrypted"] = "The pass itself, which whoever has it can use: GetPass shows it.",
        },
        Rows = db => db.Passes,
        Key = new(p => p.Id),
        Worker = p => p.WorkerNumber,
        OfCountry = (_, rows, country) => rows.Where(p => p.Country == country),
        OfAgency = (db, rows, agency) => rows.Where(p => db.Departures.Any(d => d.Id == p.DepartureId && d.AgencyId == agency)),
        Changed = (rows, since) => rows.Where(p => since.Subjects.Contains(p.Id.ToString()) || since.Subjects.Contains(p.DepartureId.ToString())),
        Columns =
        [
            new("id", "The pass.", p => p.Id),
            new("departure_id", "The application it belongs to.", p => p.DepartureId),
            new("worker_number", "Who departs.", p => p.WorkerNumber),
            new("country", "The country that issued it.", p => p.Country, CodeList.Countries),
            new("status_list", "The number of the status list that says whether it was revoked.", p => p.StatusList),
            new("status_index", "Its place in that list.", p => p.StatusIndex),
            new("key_version", "The version of the country's key that signed it.", p => p.KeyVersion),
            new("issued_at", "When it was issued.", p => p.IssuedAt),
            new("not_before", "From when it is valid.", p => p.NotBefore),
            new("expires_at", "From when on it is expired.", p => p.ExpiresAt),
            new("revoked_at", "When it was revoked; empty while in force.", p => p.RevokedAt),
            new("revocation_reason", "Why it was revoked.", p => p.RevocationReason, CodeList.Of<RevocationReason>()),
            new("revoked_by", "The officer's account; empty when a changed fact revoked it.", p => p.RevokedBy),
            new("revocation_note", "What the officer wrote.", p => p.RevocationNote),
        ],
    };
}
