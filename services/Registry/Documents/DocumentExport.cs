using Gms.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Gms.Registry.Documents;

/// <summary>Identity documents as they are taken out: numbers masked, as everywhere.</summary>
static class DocumentExport
{
    public static ExportTable<RegistryDb> Documents { get; } = new ExportTable<RegistryDb, WorkerDocument>
    {
        Name = "documents",
        Holds = "Workers' identity documents, those that ended among them, with masked numbers.",
        Permission = "documents.read",
        Table = "documents",
        LeavesOut = new Dictionary<string, string>
        {
            ["worker_id"] = "The worker number names the person.",
            ["number_encrypted"] = "Given masked; RevealDocumentNumber tells one number, for a purpose.",
            ["number_hash"] = "Only finds the number.",
            ["hash_version"] = "Belongs to the hash.",
            ["family"] = "Follows from the kind.",
            ["unique_number"] = "Follows from the kind.",
        },
        Rows = db => db.Workers.SelectMany(w => w.Documents, (w, d) => new WorkerDocument { Document = d, WorkerNumber = w.WorkerNumber, Country = w.Country, WorkerId = w.Id, PersonKey = w.PersonKey }),
        Key = new(r => r.Document.Id),
        Worker = r => r.WorkerNumber,
        OfCountry = (_, rows, country) => rows.Where(r => r.Country == country),
        Changed = (rows, since) => rows.Where(r => since.Subjects.Contains(r.WorkerNumber) || r.Document.Id >= since.FirstId),
        Columns =
        [
            new("id", "The document's id.", r => r.Document.Id),
            new("worker_number", "Whose it is.", r => r.WorkerNumber),
            new("kind", "What kind of document.", r => r.Document.Kind, ExportCodes.DocumentKinds),
            new("issuer", "The country that issued it.", r => r.Document.Issuer, CodeList.Countries),
            new("authority", "The office that issued it, in its own words.", r => r.Document.Authority),
            new("number_masked", "All but the last four characters hidden.", Masked),
            new("valid_from", "The first day.", r => r.Document.ValidFrom),
            new("valid_until", "The last day.", r => r.Document.ValidUntil),
            new("evidence", "How it was seen when it was recorded.", r => r.Document.Evidence, CodeList.Of<Evidence>()),
            new("evidence_reference", "Where that is kept.", r => r.Document.EvidenceReference),
            new("state", "Where it stands in its life.", r => r.Document.State, CodeList.Of<DocumentState>()),
            new("ended_on", "The day from which it is no longer used.", r => r.Document.EndedOn),
            new("end_reason", "Why, in words.", r => r.Document.EndReason),
            new("replaces", "The document whose place it took.", r => r.Document.Replaces),
            new("disputed_reason", "Why a number that is another worker's was recorded.", r => r.Document.DisputedReason),
            new("added_at", "When it was recorded.", r => r.Document.AddedAt),
        ],
    };

    static string Masked(WorkerDocument row, IServiceProvider services) =>
        DocumentProto.Masked(services.GetRequiredService<PersonKeys>().Open(row.PersonKey, row.WorkerId).Decrypt(row.Document.NumberEncrypted, row.Document.Id) ?? "");

    /// <summary>A document and what is needed of its worker.</summary>
    internal sealed class WorkerDocument
    {
        public required Document Document { get; init; }

        public required string WorkerNumber { get; init; }

        public required string Country { get; init; }

        public required Guid WorkerId { get; init; }

        public required byte[]? PersonKey { get; init; }
    }
}
