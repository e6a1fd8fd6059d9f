using Gms.Platform;
using Gms.Registry.Documents;
using Gms.Registry.Workers;

namespace Gms.Registry.Duplicates;

/// <summary>A worker's record as it is compared.</summary>
static class WorkerFacts
{
    /// <param name="worker">With names, documents and contacts.</param>
    /// <param name="person">Reads the parents' names.</param>
    /// <param name="also">Documents that are not on the record yet.</param>
    public static PersonFacts Of(Worker worker, PersonCipher person, params IEnumerable<DocumentFact> also) =>
        Of(worker, person.Decrypt(worker.FatherNameEncrypted, worker.Id), person.Decrypt(worker.MotherNameEncrypted, worker.Id), also);

    public static PersonFacts Of(Worker worker, string? father, string? mother, IEnumerable<DocumentFact> also) => new()
    {
        Country = worker.Country,
        WorkerNumber = worker.WorkerNumber,
        Names = [.. worker.Names.OrderBy(n => n.Position).Select(n => n.Full)],
        BirthDate = worker.BirthDate,
        Sex = worker.Sex,
        Nationality = worker.Nationality,
        Province = worker.Province,
        FatherNames = Known(father),
        MotherNames = Known(mother),
        Documents = [.. worker.Documents.Select(d => new DocumentFact(d.Kind, d.Issuer, d.NumberHash)), .. also],
        Contacts = [.. worker.Contacts.Where(c => c.Kind is not ContactKind.Other).Select(c => c.ValueHash)],
    };

    /// <summary>Under every key version: records written before a rotation of keys are found too.</summary>
    public static IEnumerable<DocumentFact> Of(SentDocument? sent, ColumnCipher cipher) =>
        sent is null ? [] : cipher.SearchHashes(sent.Compared).Select(h => new DocumentFact(sent.Kind, sent.Issuer, h.Bytes));

    internal static IReadOnlyList<string> Known(string? name) => name is null ? [] : [name];
}
