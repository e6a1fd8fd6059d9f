using Gms.Platform;
using Gms.Registry.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace Gms.Registry.Corrections;

/// <summary>Corrections as they are taken out: the old value stays readable.</summary>
static class CorrectionExport
{
    public static ExportTable<RegistryDb> Corrections { get; } = new ExportTable<RegistryDb, CorrectionOfWorker>
    {
        Name = "corrections",
        Holds = "Corrections of workers' facts: what, why, on what evidence, and the old value.",
        Permission = "corrections.read",
        Table = "corrections",
        LeavesOut = new Dictionary<string, string>
        {
            ["worker_id"] = "The worker number names the person.",
            ["old_encrypted"] = "Given readable as old_value.",
            ["new_encrypted"] = "Given readable as new_value.",
        },
        Rows = db => db.Set<Correction>().Join(db.Workers, c => c.WorkerId, w => w.Id, (c, w) => new CorrectionOfWorker { Correction = c, PersonKey = w.PersonKey }),
        Key = new(r => r.Correction.Id),
        Worker = r => r.Correction.WorkerNumber,
        OfCountry = (_, rows, country) => rows.Where(r => r.Correction.Country == country),
        Columns =
        [
            new("id", "The correction's id.", r => r.Correction.Id),
            new("worker_number", "Whose fact.", r => r.Correction.WorkerNumber),
            new("country", "The country that holds the record.", r => r.Correction.Country, CodeList.Countries),
            new("fact", "Which fact.", r => r.Correction.Fact, CodeList.Of<CorrectedFact>()),
            new("old_value", "What stood there, as JSON.", (r, services) => Open(r, services).Decrypt(r.Correction.OldEncrypted, r.Correction.Id)),
            new("new_value", "What was put in its place, as JSON.", (r, services) => Open(r, services).Decrypt(r.Correction.NewEncrypted, r.Correction.Id)),
            new("reason", "Why.", r => r.Correction.Reason, CodeList.Of<CorrectionReason>()),
            new("explanation", "Why, in words.", r => r.Correction.Explanation),
            new("evidence", "How the evidence was seen.", r => r.Correction.Evidence, CodeList.Of<Evidence>()),
            new("evidence_reference", "Where it is kept.", r => r.Correction.EvidenceReference),
            new("effective_on", "The day from which the new value is true; empty when it was always so.", r => r.Correction.EffectiveOn),
            new("state", "Where it stands.", r => r.Correction.State, CodeList.Of<CorrectionState>()),
            new("proposed_by", "The account that proposed it.", r => r.Correction.ProposedBy),
            new("proposed_at", "When.", r => r.Correction.ProposedAt),
            new("decided_by", "The account that decided it.", r => r.Correction.DecidedBy),
            new("decided_at", "When.", r => r.Correction.DecidedAt),
            new("rejection_reason", "Why it was rejected.", r => r.Correction.RejectionReason),
        ],
    };

    static PersonCipher Open(CorrectionOfWorker row, IServiceProvider services) => services.GetRequiredService<PersonKeys>().Open(row.PersonKey, row.Correction.WorkerId);

    /// <summary>A correction and the key of its worker.</summary>
    internal sealed class CorrectionOfWorker
    {
        public required Correction Correction { get; init; }

        public required byte[]? PersonKey { get; init; }
    }
}
