using Gms.Platform;
using Gms.Type.V1;

namespace Gms.Registry.Consents;

/// <summary>Consents as they are taken out.</summary>
static class ConsentExport
{
    public static ExportTable<RegistryDb> Consents { get; } = new ExportTable<RegistryDb, Consent>
    {
        Name = "consents",
        Holds = "What workers agreed to, for whom and until when.",
        Permission = "consents.read",
        Table = "consents",
        Rows = db => db.Set<Consent>(),
        Key = new(c => c.Id),
        Worker = c => c.WorkerNumber,
        OfCountry = (_, rows, country) => rows.Where(c => c.Country == country),
        Changed = (rows, since) => rows.Where(c => since.Subjects.Contains(c.Id.ToString()) || c.Id >= since.FirstId),
        Columns =
        [
            new("id", "The consent's id.", c => c.Id),
            new("worker_number", "Who agreed.", c => c.WorkerNumber),
            new("country", "The country that holds the worker's record.", c => c.Country, CodeList.Countries),
            new("purpose", "To which purpose.", c => c.Purpose, CodeList.Of<Purpose>()),
            new("given_to", "The organisation that may read for it.", c => c.GivenTo),
            new("text_version", "Which version of the text was read out or shown.", c => c.TextVersion),
            new("language", "In which language, BCP 47.", c => c.Language),
            new("manner", "How the worker agreed.", c => c.Manner, CodeList.Of<ConsentManner>()),
            new("evidence_reference", "Where the signed paper or the witness's note is kept.", c => c.EvidenceReference),
            new("given_at", "When.", c => c.GivenAt),
            new("withdrawn_at", "When it was withdrawn; empty while it holds.", c => c.WithdrawnAt),
            new("version", "Counts its giving and withdrawal.", c => c.Version),
        ],
    };
}
