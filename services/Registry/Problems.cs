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

    public static Problem DepartureNotFound() =>
        new("DEPARTURE_NOT_FOUND", "There is no such departure among those you may see.", Remedy: "Use the departure_id that RegisterDeparture answered, or the request_id it was sent with.");

    public static Problem DepartureWorkerUnknown() =>
        new("DEPARTURE_WORKER_UNKNOWN", "No worker is enrolled under this number.", "worker_number", "Compare the number with the paper; enrol the person first.");

    public static Problem DepartureWithinCountry() =>
        new("DEPARTURE_WITHIN_COUNTRY", "Origin and destination are the same country.", "destination", "Name the country of work.");

    public static Problem DeparturePlannedInPast() =>
        new("DEPARTURE_PLANNED_IN_PAST", "The planned day has passed in the country of origin.", "planned_on", "Name today or a later day.");

    public static Problem DeparturePlannedTooFarAhead(int days) =>
        new("DEPARTURE_PLANNED_TOO_FAR_AHEAD", $"The planned day is more than {days} days ahead.", "planned_on", "Apply nearer to the day.");

    public static Problem DepartureNotHeld(Departures.DepartureStatus status) =>
        new("DEPARTURE_NOT_HELD", $"The departure is {status.ToString().ToLowerInvariant()}, not held.", "departure_id", "Read it again; apply anew where another decision is wanted.");

    public static Problem CrossingWorkerUnknown() =>
        new("CROSSING_WORKER_UNKNOWN", "No worker is enrolled under this number.", "worker_number", "Compare the number with the paper.");

    public static Problem CrossingDepartureUnknown() =>
        new("CROSSING_DEPARTURE_UNKNOWN", "There is no such departure from or to this country.", "departure_id", "Record the crossing with the worker number alone.");

    public static Problem CrossingWorkerMissing() =>
        new("CROSSING_WORKER_MISSING", "Neither the departure nor the worker is named.", "worker_number", "Send departure_id, worker_number or both.");

    public static Problem CrossingInFuture() => new("CROSSING_IN_FUTURE", "The crossing lies in the future.", "crossed_at", "Set the clock of the post right, or leave the time unset.");

    public static Problem CrossingBeforeBirth() => new("CROSSING_BEFORE_BIRTH", "The crossing lies before the worker's birth.", "crossed_at", "Compare the time and the worker number.");

    public static Problem CrossingCheckpointElsewhere(string checkpoint, string country) =>
        new("CROSSING_CHECKPOINT_ELSEWHERE", $"The checkpoint {checkpoint} is not on the border of {country}.", "checkpoint", "Name the post where the worker crossed, or none.");

    public static Problem CrossingDepartureOfAnother() =>
        new("CROSSING_DEPARTURE_OF_ANOTHER", "The departure is another worker's.", "departure_id", "Compare both with the papers; record the crossing with the worker number alone if in doubt.");

    public static Problem CrossingTwice() => new("CROSSING_TWICE", "This crossing was recorded before.", "crossed_at", "Nothing to do.");

    public static Problem ReturnWorkerUnknown() =>
        new("RETURN_WORKER_UNKNOWN", "No worker is enrolled under this number.", "worker_number", "Compare the number with the paper; enrol the person first.");

    public static Problem ReturnWithinCountry() => new("RETURN_WITHIN_COUNTRY", "The worker came from the country returned to.", "from", "Name the country of work.");

    public static Problem ReturnInFuture() => new("RETURN_IN_FUTURE", "The day of return lies in the future.", "returned_on", "Record the return when it has happened.");

    public static Problem ReturnBeforeBirth() => new("RETURN_BEFORE_BIRTH", "The day of return lies before the worker's birth.", "returned_on", "Compare the day and the worker number.");

    public static Problem ReturnBeforeArrival() =>
        new("RETURN_BEFORE_ARRIVAL", "The day of return lies before the arrival recorded for that departure.", "returned_on", "Compare the day, or name the departure whose stay ended.");

    public static Problem ReturnDepartureUnknown() =>
        new("RETURN_DEPARTURE_UNKNOWN", "There is no such departure of this worker.", "departure_id", "Record the return without it.");

    public static Problem ReturnTwice() => new("RETURN_TWICE", "A return of this worker to this country on this day was recorded before.", "returned_on", "Nothing to do.");

    public static Problem JourneyWorkerUnknown() =>
        new("JOURNEY_WORKER_UNKNOWN", "There is no such worker among those you may see.", "worker_number", "Compare the number with the paper.");

    public static Problem JourneyRebuildRunning() => new("JOURNEY_REBUILD_RUNNING", "The timelines are being rebuilt already.", Remedy: "Wait until that rebuild is done.");

    public static Problem DisclosuresWorkerUnknown() =>
        new("DISCLOSURES_WORKER_UNKNOWN", "There is no such worker among those you may see.", "worker_number", "Compare the number with the paper.");

    public static Problem DisclosuresRequestReferenceMissing() =>
        new("DISCLOSURES_REQUEST_REFERENCE_MISSING", "An officer reads this list only because the worker asked for it.", "request_reference", "Send the file number of the worker's request, or let the worker sign in.");

    public static Problem ConsentMissing(string purpose, int version) =>
        new("CONSENT_MISSING", $"The purpose {purpose} rests on the worker's consent, and none to your organisation is recorded.", "worker_number",
            $"Show the worker version {version} of the text for {purpose} (Consents.ListConsentTexts) in a language that the worker reads, and record the answer (Consents.RecordConsent).");

    public static Problem ConsentWorkerUnknown() =>
        new("CONSENT_WORKER_UNKNOWN", "There is no such worker among those you may see.", "worker_number", "Compare the number with the paper.");

    public static Problem ConsentUnknown() => new("CONSENT_UNKNOWN", "There is no such consent among those you may see.", "consent_id", "Look it up with ListConsents.");

    public static Problem ConsentNotNeeded(string purpose) =>
        new("CONSENT_NOT_NEEDED", $"The purpose {purpose} rests on a duty or a public task: nobody is asked to agree to it.", "purpose", "Read for it without a consent.");

    public static Problem ConsentTextUnknown(int version, string languages) =>
        new("CONSENT_TEXT_UNKNOWN", "There is no such version of the text, or not in that language.", "text_version", $"Show version {version}, which there is in: {languages}.");

    public static Problem ConsentTextOutdated(int version) =>
        new("CONSENT_TEXT_OUTDATED", "The worker was shown a text that is no longer used.", "text_version", $"Show version {version}.");

    public static Problem ConsentHowNotPossible() =>
        new("CONSENT_HOW_NOT_POSSIBLE", "A worker who is signed in agrees by being so, and nobody else can.", "manner", "Send SIGNED_IN with the worker's own account, one of the others with an officer's.");

    public static Problem ConsentEvidenceMissing() =>
        new("CONSENT_EVIDENCE_MISSING", "It is not said where the signed paper or the witness's note is kept.", "evidence_reference", "Send its file number.");

    public static Problem ConsentGivenAlready() =>
        new("CONSENT_GIVEN_ALREADY", "This worker agreed to this purpose of this organisation before, and has not withdrawn it.", "given_to", "Nothing to do.");

    public static Problem ConsentWithdrawnAlready() => new("CONSENT_WITHDRAWN_ALREADY", "This consent was withdrawn before.", "consent_id", "Nothing to do.");

    public static Problem StatisticsTooManyDimensions(int most) =>
        new("STATISTICS_TOO_MANY_DIMENSIONS", $"More than {most} dimensions are asked for: the counts would tell of single persons.", "group_by", $"Ask for at most {most} at once.");

    public static Problem StatisticsDimensionTwice() => new("STATISTICS_DIMENSION_TWICE", "A dimension is named twice.", "group_by", "Name each once.");

    public static Problem ErasureWorkerUnknown() =>
        new("ERASURE_WORKER_UNKNOWN", "There is no such worker among those you may see.", "worker_number", "Compare the number with the paper.");

    public static Problem ErasureUnknown() => new("ERASURE_UNKNOWN", "There is no such request among those you may see.", "erasure_id", "Look it up with ListErasures.");

    public static Problem ErasureGroundNotYours() =>
        new("ERASURE_GROUND_NOT_YOURS", "A worker asks for the own data to be erased; the other grounds are an officer's, and an officer names the file.", "ground", "Send WORKER_ASKED as the worker; as an officer send the reference too.");

    public static Problem ErasureRequestedAlready() =>
        new("ERASURE_REQUESTED_ALREADY", "A request to erase this worker's data waits already.", "worker_number", "Have it decided.");

    public static Problem ErasureDecidedAlready() => new("ERASURE_DECIDED_ALREADY", "This request was decided before.", "erasure_id", "Nothing to do.");

    public static Problem ErasureSameOfficer() =>
        new("ERASURE_SAME_OFFICER", "Whoever made the request does not decide it.", "erasure_id", "Have another officer decide.");

    public static Problem ErasureDepartureOpen() =>
        new("ERASURE_DEPARTURE_OPEN", "A departure of this worker is not decided yet.", "erasure_id", "Decide the departure first, or reject the request.");
}
