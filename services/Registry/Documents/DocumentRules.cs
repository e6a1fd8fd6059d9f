using Gms.Platform;

namespace Gms.Registry.Documents;

/// <summary>What must hold for a document to be recorded, replaced or ended. Pure.</summary>
static class DocumentRules
{
    /// <param name="owner">The worker whose record it is for; null for one who is being enrolled.</param>
    /// <param name="holders">Every record in which the number stands.</param>
    public static IEnumerable<Problem> ToRecord(SentDocument sent, string? owner, IReadOnlyCollection<NumberHolder> holders)
    {
        if (sent.ValidFrom > sent.ValidUntil)
            yield return Problems.WorkerDocumentEndsBeforeStart();

        // The same number in the same record twice is the same paper, whatever its kind; one that was recorded as ended included.
        if (holders.Any(h => h.WorkerNumber == owner))
            yield return Problems.DocumentOnRecord();
        else if (IsAnothers(sent, owner, holders) && sent.DisputedReason is null)
            yield return Problems.WorkerDocumentEnrolled();
    }

    /// <summary>Whether a number that belongs to one person only stands in another's record.</summary>
    public static bool IsAnothers(SentDocument sent, string? owner, IEnumerable<NumberHolder> holders) =>
        sent.UniqueNumber && holders.Any(h => h.WorkerNumber != owner);

    /// <summary>The workers with this number of whom the refusal, or the officer's reason for the dispute, speaks already.</summary>
    public static IEnumerable<string> Told(SentDocument sent, IEnumerable<NumberHolder> holders) => sent.UniqueNumber ? holders.Select(h => h.WorkerNumber) : [];

    public static IEnumerable<Problem> ToReplace(Document old, IReadOnlyCollection<Document> all, DateOnly on, DateOnly today)
    {
        // A passport that was lost, stolen or taken back is replaced by the next one all the same.
        if (old.State is DocumentState.Replaced || all.Any(d => d.Replaces == old.Id))
            yield return Problems.DocumentNotInUse("replaced_document_id");
        if (on > today)
            yield return Problems.DocumentEndInFuture("replaced_on");
    }

    public static IEnumerable<Problem> ToEnd(Document document, DateOnly on, DateOnly today)
    {
        if (document.State is not DocumentState.InUse)
            yield return Problems.DocumentNotInUse("document_id");
        if (on > today)
            yield return Problems.DocumentEndInFuture("ended_on");
    }
}
