using Gms.Platform;

namespace Gms.Registry;

/// <summary>Every reason for which the Registry refuses a call. Codes are never reused.</summary>
static class Problems
{
    public static Problem WorkerNotFound() =>
        new("WORKER_NOT_FOUND", "There is no worker with this number among the records you may see.", "worker_number", "Compare the number with the paper; ask the office that enrolled the person.");

    public static Problem WorkerNeedsName() => new("WORKER_NEEDS_NAME", "At least one name is needed.", "names", "Send the name as the document writes it.");

    public static Problem WorkerBornInFuture() => new("WORKER_BORN_IN_FUTURE", "The date of birth is after today.", "birth_date", "Compare it with the document.");

    public static Problem WorkerBirthTooLongAgo() => new("WORKER_BIRTH_TOO_LONG_AGO", "The date of birth is more than 120 years ago.", "birth_date", "Compare it with the document; a Buddhist-era year is 543 too large.");

    public static Problem WorkerTooYoung(int minimum) =>
        new("WORKER_TOO_YOUNG", $"The person may be younger than {minimum}, the least age at which a worker is enrolled.", "birth_date", "Enrol the person later; refer a child to the social welfare office.");

    public static Problem WorkerStatelessWithNationality() =>
        new("WORKER_STATELESS_WITH_NATIONALITY", "A stateless person has no nationality.", "nationality", "Leave nationality empty, or stateless false.");

    public static Problem WorkerDocumentExpired() =>
        new("WORKER_DOCUMENT_EXPIRED", "The document's validity has ended.", "document.valid_until", "Enrol with a document that is valid, or with the national identity number.");

    public static Problem WorkerDocumentEndsBeforeStart() =>
        new("WORKER_DOCUMENT_ENDS_BEFORE_START", "The document's validity ends before it begins.", "document.valid_until", "Compare both days with the document.");

    public static Problem WorkerDocumentEnrolled() =>
        new("WORKER_DOCUMENT_ENROLLED", "A worker is already enrolled with this document.", "document.number", "Find the worker by the document and go on with that worker number.");
}
