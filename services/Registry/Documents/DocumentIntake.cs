using Gms.Platform;
using Gms.Registry.Documents.Formats;
using Gms.Registry.Workers;
using Gms.Type.V1;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Documents;

/// <summary>What every call does that takes a document: reads it, looks for its number, makes the row.</summary>
sealed class DocumentIntake(RegistryDb db, ColumnCipher cipher, DocumentKinds kinds, NumberRules rules, TimeProvider clock)
{
    public SentDocument Read(Proto.IdentityDocument? sent, string field) =>
        ReadOptional(sent, field) ?? throw Refuse.Invalid(PlatformProblems.FieldRequired(field));

    public SentDocument? ReadOptional(Proto.IdentityDocument? sent, string field)
    {
        if (sent is null)
            return null;

        return ReadNumber(sent.Kind, sent.Issuer, sent.Number, field) with
        {
            Authority = Platform.Read.OptionalText(sent.Authority, $"{field}.authority"),
            ValidFrom = Platform.Read.OptionalDay(sent.ValidFrom, $"{field}.valid_from"),
            ValidUntil = Platform.Read.OptionalDay(sent.ValidUntil, $"{field}.valid_until"),
            Evidence = sent.Evidence is Proto.Evidence.Unspecified ? Evidence.Stated : Platform.Read.Value<Proto.Evidence, Evidence>(sent.Evidence, $"{field}.evidence"),
            EvidenceReference = Platform.Read.OptionalText(sent.EvidenceReference, $"{field}.evidence_reference"),
            DisputedReason = Platform.Read.OptionalText(sent.DisputedReason, $"{field}.disputed_reason", 400),
        };
    }

    /// <param name="field">The message that holds kind, issuer and number; empty for the request itself.</param>
    public SentDocument ReadNumber(string sentKind, string sentIssuer, string sentNumber, string field)
    {
        var at = field.Length == 0 ? "" : field + ".";
        var kind = Platform.Read.Code(sentKind, $"{at}kind", kinds.Codes);
        var issuer = Platform.Read.Country(sentIssuer, $"{at}issuer");
        var number = Platform.Read.Text(sentNumber, $"{at}number", 40);
        var format = kinds.Format(kind, issuer);
        var compared = NumberText.Compared(format, number);
        return new()
        {
            Field = field,
            Kind = kind,
            Family = kinds.Family(kind),
            Issuer = issuer,
            Number = number,
            Compared = compared.Length > 0 ? compared : throw Refuse.Invalid(Problems.DocumentNumberUnreadable($"{at}number")),
            UniqueNumber = kinds.HasUniqueNumbers(kind),
            Format = format,
        };
    }

    /// <summary>Every record in which the number stands, whatever became of the document, and under whichever search key it was hashed.</summary>
    public Task<List<NumberHolder>> Holders(SentDocument sent, CancellationToken cancel)
    {
        var hashes = cipher.SearchHashes(sent.Compared).Select(h => h.Bytes).ToList();
        return (from document in db.Documents.AsNoTracking()
                where hashes.Contains(document.NumberHash) && document.Family == sent.Family && document.Issuer == sent.Issuer
                join worker in db.Workers on EF.Property<Guid>(document, "WorkerId") equals worker.Id
                orderby document.AddedAt
                select new NumberHolder(worker.WorkerNumber, worker.Country, document.Id, document.State)).ToListAsync(cancel);
    }

    /// <summary>As <see cref="Holders"/>, of many documents in one question; in their order.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<NumberHolder>>> HoldersOfAll(IReadOnlyList<SentDocument> sent, CancellationToken cancel)
    {
        var hashes = sent.Select(s => cipher.SearchHashes(s.Compared).Select(h => h.Bytes).ToList()).ToList();
        var all = hashes.SelectMany(h => h).ToList();
        var found = await (from document in db.Documents.AsNoTracking()
                           where all.Contains(document.NumberHash)
                           join worker in db.Workers on EF.Property<Guid>(document, "WorkerId") equals worker.Id
                           orderby document.AddedAt
                           select new { document.NumberHash, document.Family, document.Issuer, Holder = new NumberHolder(worker.WorkerNumber, worker.Country, document.Id, document.State) }).ToListAsync(cancel);
        var byHash = found.ToLookup(f => Convert.ToHexString(f.NumberHash));
        return [.. sent.Select((s, i) => (IReadOnlyList<NumberHolder>)[.. hashes[i].SelectMany(h => byHash[Convert.ToHexString(h)]).Where(f => f.Family == s.Family && f.Issuer == s.Issuer).Select(f => f.Holder)])];
    }

    /// <summary>What is unusual about the number, given what is on record of the person.</summary>
    public IEnumerable<Warning> Unusual(SentDocument sent, Worker worker, DateOnly today) =>
        rules.Unusual(sent, worker.BirthDate, worker.Sex, today).Select(w => w.ToProto());

    /// <summary>The row for a document. It is in dispute when the number is another worker's and the officer said why.</summary>
    public Document Make(SentDocument sent, PersonCipher person, bool disputed, Guid? replaces = null)
    {
        var id = Guid.CreateVersion7();
        var hash = cipher.SearchHash(sent.Compared);
        return new()
        {
            Id = id,
            Kind = sent.Kind,
            Family = sent.Family,
            Issuer = sent.Issuer,
            Authority = sent.Authority,
            NumberEncrypted = person.Encrypt(sent.Number, id),
            NumberHash = hash.Bytes,
            HashVersion = hash.Version,
            UniqueNumber = sent.UniqueNumber,
            DisputedReason = disputed ? sent.DisputedReason : null,
            ValidFrom = sent.ValidFrom,
            ValidUntil = sent.ValidUntil,
            Evidence = sent.Evidence,
            EvidenceReference = sent.EvidenceReference,
            Replaces = replaces,
            AddedAt = clock.GetUtcNow(),
        };
    }
}
