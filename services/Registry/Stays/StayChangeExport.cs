using Gms.Platform;

namespace Gms.Registry.Stays;

/// <summary>Extensions and changes of employer as they are taken out.</summary>
static class StayChangeExport
{
    public static ExportTable<RegistryDb> Changes { get; } = new ExportTable<RegistryDb, StayChange>
    {
        Name = "stay-changes",
        Holds = "Extensions of permits and changes of employer during a stay.",
        Permission = "stays.read",
        Table = "stay_changes",
        Rows = db => db.Set<StayChange>(),
        Key = new(c => c.Id),
        Worker = c => c.WorkerNumber,
        OfCountry = (_, rows, country) => rows.Where(c => c.Country == country),
        Changed = (rows, since) => rows.Where(c => since.Subjects.Contains(c.Id.ToString())),
        Columns =
        [
            new("id", "The change's id.", c => c.Id),
            new("kind", "What changed.", c => c.Kind, CodeList.Of<StayChangeKind>()),
            new("worker_number", "Whose stay it is.", c => c.WorkerNumber),
            new("departure_id", "The application that led to the stay.", c => c.DepartureId),
            new("country", "The country of work, which holds the record.", c => c.Country, CodeList.Countries),
            new("until", "The last day allowed by an extension.", c => c.Until),
            new("contract_id", "The new contract.", c => c.ContractId),
            new("effective_on", "From when the change holds.", c => c.EffectiveOn),
            new("findings", "What the rules on record said then: code and outcome.", c => c.Findings.Select(f => $"{f.Code} {f.Outcome}").ToList()),
            new("recorded_at", "When it was recorded.", c => c.RecordedAt),
        ],
    };
}
