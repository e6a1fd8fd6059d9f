using Gms.Platform;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Documents;

/// <summary>How documents are shown.</summary>
static class DocumentProto
{
    /// <summary>All of a worker's documents, newest first, each naming what it replaced and what replaced it.</summary>
    public static IEnumerable<Proto.DocumentOnRecord> ToProto(this IReadOnlyCollection<Document> documents, PersonCipher person, string country)
    {
        var replacedBy = documents.Where(d => d.Replaces is not null).ToDictionary(d => d.Replaces!.Value, d => d.Id);
        return documents.OrderByDescending(d => d.AddedAt).ThenByDescending(d => d.Id).Select(d => new Proto.DocumentOnRecord
        {
            DocumentId = d.Id.ToString(),
            Kind = d.Kind,
            Issuer = d.Issuer,
            NumberMasked = Masked(person.Decrypt(d.NumberEncrypted, d.Id) ?? ""),
            ValidFrom = d.ValidFrom?.ToProto(),
            ValidUntil = d.ValidUntil?.ToProto(),
            Authority = d.Authority ?? "",
            Evidence = Enum.Parse<Proto.Evidence>(d.Evidence.ToString()),
            EvidenceReference = d.EvidenceReference ?? "",
            State = d.State.ToProto(),
            EndedOn = d.EndedOn?.ToProto(),
            EndReason = d.EndReason ?? "",
            ReplacesDocumentId = d.Replaces?.ToString() ?? "",
            ReplacedByDocumentId = replacedBy.TryGetValue(d.Id, out var next) ? next.ToString() : "",
            Disputed = d.DisputedReason is not null,
            RecordedOn = d.AddedAt.DayIn(country).ToProto(),
        });
    }

    public static Proto.DocumentState ToProto(this DocumentState state) => Enum.Parse<Proto.DocumentState>(state.ToString());

    /// <summary>All but the last four characters; nothing at all of a number that is hardly longer.</summary>
    internal static string Masked(string number) =>
        number.Length < 6 ? new('•', number.Length) : new string('•', number.Length - 4) + number[^4..];
}
