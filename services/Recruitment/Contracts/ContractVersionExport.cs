using Gms.Platform;

namespace Gms.Recruitment.Contracts;

/// <summary>The exact text of every version of a contract as it is taken out.</summary>
static class ContractVersionExport
{
    public static ExportTable<RecruitmentDb> Versions { get; } = new ExportTable<RecruitmentDb, VersionOfContract>
    {
        Name = "contract-versions",
        Holds = "What each version of a contract says: the hashed text itself.",
        Permission = "contracts.read",
        Table = "contract_versions",
        Within = ["contract_signatures"],
        Rows = db => db.Contracts.SelectMany(c => c.Versions, (c, v) => new VersionOfContract { Version = v, Signatures = v.Signatures, WorkerNumber = c.WorkerNumber, Country = c.Country, AgencyId = c.AgencyId }),
        Key = new(r => r.Version.ContractId, r => r.Version.Number),
        Worker = r => r.WorkerNumber,
        OfCountry = (_, rows, country) => rows.Where(r => r.Country == country),
        OfAgency = (_, rows, agency) => rows.Where(r => r.AgencyId == agency),
        Changed = (rows, since) => rows.Where(r => since.Subjects.Contains(r.Version.ContractId.ToString())),
        Columns =
        [
            new("contract_id", "The contract.", r => r.Version.ContractId),
            new("number", "1, 2, 3 … per contract.", r => r.Version.Number),
            new("worker_number", "The worker.", r => r.WorkerNumber),
            new("signed_on", "The day it was signed.", r => r.Version.SignedOn),
            new("languages", "The languages it is written in, BCP 47.", r => r.Version.Languages),
            new("text", "The canonical text, JSON, exactly as it was hashed.", r => r.Version.Text),
            new("hash", "SHA-256 of the text.", r => r.Version.Hash),
            new("document_reference", "Where the signed paper is kept.", r => r.Version.DocumentReference),
            new("cause", "Why there is this version.", r => r.Version.Cause, CodeList.Of<VersionCause>()),
            new("documents", "The text in each language as a file: language, SHA-256, where it is kept.", r => r.Version.Documents.Select(d => $"{d.Language} {d.Sha256} {d.Reference}")),
            new("signatures", "Who signed it, on which day and how.", r => r.Signatures.OrderBy(s => s.Party).Select(s => $"{s.Party} {s.SignedOn:yyyy-MM-dd} {s.Method}")),
            new("registered_at", "When it was registered.", r => r.Version.RegisteredAt),
        ],
    };

    /// <summary>A version and whose it is.</summary>
    internal sealed class VersionOfContract
    {
        public required ContractVersion Version { get; init; }

        public required IReadOnlyList<ContractSignature> Signatures { get; init; }

        public required string WorkerNumber { get; init; }

        public required string Country { get; init; }

        public required Guid? AgencyId { get; init; }
    }
}
