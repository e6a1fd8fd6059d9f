using Gms.Platform;

namespace Gms.Registry;

/// <summary>Every reason for which the Registry refuses a call. Codes are never reused.</summary>
static partial class Problems
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
        new("WORKER_DOCUMENT_ENROLLED", "A worker is already enrolled with this document.", "document.number", "Find the worker by the document (FindByDocument) and go on with that worker number; say disputed_reason if the number is this person's all the same.");

    public static Problem WorkerNameZawgyi(string field) =>
        new("WORKER_NAME_ZAWGYI", $"{field} is Burmese text in the Zawgyi encoding, which only looks like Unicode.", field, "Convert the text to Unicode and send it again.");

    public static Problem WorkerNameWithoutLetters(string field) =>
        new("WORKER_NAME_WITHOUT_LETTERS", $"{field} holds no letter of any script.", field, "Send the name as the person says it or a paper writes it.");

    public static Problem WorkerScriptMalformed(string field) =>
        new("WORKER_SCRIPT_MALFORMED", $"{field} is not an ISO 15924 code of a script.", field, "Send four letters, for example Laoo, or nothing: then it is told from the letters.");

    public static Problem WorkerNationalityStatusDisagrees() =>
        new("WORKER_NATIONALITY_STATUS_DISAGREES", "The status of the nationality does not agree with the nationality.", "nationality_status", "Known goes with a nationality, stateless and unknown go without.");

    public static Problem WorkerDocumentOrReason() =>
        new("WORKER_DOCUMENT_OR_REASON", "Either a document or the reason why there is none is needed, and not both.", "no_document_reason", "Send document, or no_document_reason.");

    public static Problem WorkerProvinceTwice() =>
        new("WORKER_PROVINCE_TWICE", "Two different provinces of home were sent.", "contact_facts.province", "Send one of the two fields, or the same code in both.");

    public static Problem WorkerErased() =>
        new("WORKER_ERASED", "The person's data was erased; only the number remains.", "worker_number", "Enrol the person anew if the person comes back.");

    public static Problem WorkerKeyPending() =>
        new("WORKER_KEY_PENDING", "The record is from an earlier version and is being given a key of its own.", "worker_number", "Repeat the call in a few seconds.");

    public static Problem ProvinceUnknown(string field) =>
        new("PROVINCE_UNKNOWN", $"{field} is not a province of the six countries.", field, "Send an ISO 3166-2 code, for example LA-SV, or for Viet Nam's 34 provinces the national code, for example VN.91.");

    public static Problem LanguageMalformed(string field) =>
        new("LANGUAGE_MALFORMED", $"{field} is not a language tag (BCP 47).", field, "Send a language, with a script or region where it matters: km, shn, zh-Hant, my-MM.");

    public static Problem ContactPhoneMalformed(string field) =>
        new("CONTACT_PHONE_MALFORMED", $"{field} is not a telephone number in international form (E.164).", field, "Begin with + and the country's code, and leave out the leading 0: +66 81 234 5678.");

    public static Problem ContactEmailMalformed(string field) => new("CONTACT_EMAIL_MALFORMED", $"{field} is not a mail address.", field, "Compare it with what the person wrote.");

    public static Problem TooManyEntries(string field, int most) =>
        new("TOO_MANY_ENTRIES", $"{field} has more than {most} entries.", field, $"Send at most {most}, the most useful first.");

    public static Problem DocumentNotFound(string field) =>
        new("DOCUMENT_NOT_FOUND", "This worker has no such document.", field, "Use a document_id that ListDocuments answered for this worker.");

    public static Problem DocumentNotInUse(string field) =>
        new("DOCUMENT_NOT_IN_USE", "The document has ended already.", field, "Read the list of documents again.");

    public static Problem DocumentOnRecord() =>
        new("DOCUMENT_ON_RECORD", "This worker has the document on record already.", "document.number", "Nothing to do; end the one on record if it was lost or withdrawn.");

    public static Problem DocumentEndInFuture(string field) =>
        new("DOCUMENT_END_IN_FUTURE", "The day lies in the future.", field, "Record the end when it has happened.");

    public static Problem DocumentNumberUnreadable(string field) =>
        new("DOCUMENT_NUMBER_UNREADABLE", $"{field} holds no letter and no digit.", field, "Send the number as the document writes it.");

    public static Problem MrzTooLong(int most) =>
        new("MRZ_TOO_LONG", $"The text is longer than {most} characters; no machine-readable zone is.", "text", "Send the two or three lines of the zone only.");

    public static Problem MrzForeignCharacters(int line) =>
        new("MRZ_FOREIGN_CHARACTERS", $"Line {line} holds characters that no machine-readable zone has.", "text", "Scan again; a zone has A to Z, 0 to 9 and < only.");

    public static Problem MrzUnknownForm() =>
        new("MRZ_UNKNOWN_FORM", "The lines are neither two of 44 (passport) nor three of 30 (card).", "text", "Scan the whole zone again, or type what the document says.");

    public static Problem RowDateMalformed(string column) =>
        new("ROW_DATE_MALFORMED", $"{column} is not a date as 1999-07-31, 1999-07 or 1999.", column, "Write the year first, then month and day with two digits, as far as they are known.");

    public static Problem WorkerProbablyEnrolled(string number, string country, string score, string reasons) => new(
        "WORKER_PROBABLY_ENROLLED", $"The person is probably enrolled as {number} in {country} (score {score}: {reasons}).", "not_duplicates",
        "Go on with that worker number, and add the new document to it; if it is another person, name the number in not_duplicates with the reason.");

    public static Problem WorkerPossiblyEnrolled(string number, string country, string score, string reasons) =>
        new("WORKER_POSSIBLY_ENROLLED", $"This may be worker {number}, held by {country} (score {score}: {reasons}). The row was saved.", "not_duplicates",
            "Nothing to do now: an officer compares the two and decides (Duplicates.DecideDuplicate).");

    public static Problem NotDuplicatesTooMany(int most) => new("NOT_DUPLICATES_TOO_MANY", $"More than {most} workers are named.", "not_duplicates", "Name those of the refusal only.");

    public static Problem DuplicateOfItself() => new("DUPLICATE_OF_ITSELF", "Both numbers are the same worker's.", "other_worker_number", "Name two workers.");

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

    public static Problem DepartureClaimed() =>
        new("DEPARTURE_CLAIMED", "An officer looks at this departure already.", "departure_id", "Read the departure to see who; claim it when it was released.");

    public static Problem DepartureNotClaimed() =>
        new("DEPARTURE_NOT_CLAIMED", "Nobody looks at this departure.", "departure_id", "Nothing is to be released.");

    public static Problem DepartureAnotherOfficer() =>
        new("DEPARTURE_ANOTHER_OFFICER", "The appeal is against your own decision.", "departure_id", "Another officer decides it.");

    public static Problem DepartureNotRefused(Departures.DepartureStatus status) =>
        new("DEPARTURE_NOT_REFUSED", $"The departure is {status.ToString().ToLowerInvariant()}; an appeal is against a refusal.", "departure_id", "Read the departure to see where it stands.");

    public static Problem DepartureAppealedAlready() =>
        new("DEPARTURE_APPEALED_ALREADY", "This departure was appealed before, and the appeal was decided.", "departure_id", "Apply anew with what was missing.");

    public static Problem JourneyWorkerUnknown() =>
        new("JOURNEY_WORKER_UNKNOWN", "There is no such worker among those you may see.", "worker_number", "Compare the number with the paper.");

    public static Problem JourneyRebuildRunning() => new("JOURNEY_REBUILD_RUNNING", "The timelines are being rebuilt already.", Remedy: "Wait until that rebuild is done.");

    public static Problem MergeSurvivorUnknown() =>
        new("MERGE_SURVIVOR_UNKNOWN", "No worker is enrolled under this number.", "survivor", "Compare the number with the paper. One of the two records has to be your country's.");

    public static Problem MergeAbsorbedUnknown() => new("MERGE_ABSORBED_UNKNOWN", "No worker is enrolled under this number.", "absorbed", "Compare the number with the paper.");

    public static Problem MergeOfOneWorker() =>
        new("MERGE_OF_ONE_WORKER", "Both numbers are the same worker already.", "absorbed", "Nothing to do; read the worker to see both numbers.");

    public static Problem MergeAbsorbedAlready(string survivor) =>
        new("MERGE_ABSORBED_ALREADY", $"The number was absorbed by {survivor} already.", "absorbed", "Merge that survivor, or undo the earlier merge first.");

    public static Problem MergeProposedAlready() =>
        new("MERGE_PROPOSED_ALREADY", "A merge of these two workers is proposed already.", "absorbed", "Wait until the other holder decides; list the merges of either number.");

    public static Problem MergeNotFound() =>
        new("MERGE_NOT_FOUND", "There is no such merge among those you may see.", "merge_id", "List the merges of one of the two worker numbers.");

    public static Problem MergeNotProposed(Merges.MergeState state) =>
        new("MERGE_NOT_PROPOSED", $"The merge is not proposed, but {state.ToString().ToLowerInvariant()}.", "merge_id", "Read it to see what became of it.");

    public static Problem MergeNotEffective(Merges.MergeState state) =>
        new("MERGE_NOT_EFFECTIVE", $"The merge is not in effect, but {state.ToString().ToLowerInvariant()}.", "merge_id", "Read it to see what became of it.");

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

    public static Problem StatisticsCohortSize(int most) =>
        new("STATISTICS_COHORT_SIZE", $"More than {most} people are named at once.", "groups", "Ask in several calls; groups of one call are counted each for itself.");

    public static Problem StatisticsMonthsNotFull() =>
        new("STATISTICS_MONTHS_NOT_FULL", "Departures are counted by full months.", "from", "Send the first day of a month, and of a month that is not before it.");

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
        new("ERASURE_DEPARTURE_OPEN", "A departure of this worker is not decided or still to come, or the worker is away by the crossings on record.", "erasure_id", "Decide the departure and have the return recorded first, or reject the request.");

    public static Problem CorrectionNotFound() =>
        new("CORRECTION_NOT_FOUND", "There is no such correction among those you may see.", "correction_id", "List the corrections of the worker, or those that wait in your country.");

    public static Problem CorrectionChangesNothing() =>
        new("CORRECTION_CHANGES_NOTHING", "The record says so already.", "value", "Read the worker's record again.");

    public static Problem CorrectionProposedAlready() =>
        new("CORRECTION_PROPOSED_ALREADY", "A correction of this fact waits for a decision already.", "value", "Have it decided first; list the corrections of the worker.");

    public static Problem CorrectionEffectiveInFuture() =>
        new("CORRECTION_EFFECTIVE_IN_FUTURE", "The day from which it is true lies in the future.", "effective_on", "Correct the record when the day has come.");

    public static Problem CorrectionNeedsExplanation() =>
        new("CORRECTION_NEEDS_EXPLANATION", "The reason OTHER says nothing by itself.", "explanation", "Say in words why the record is corrected.");

    public static Problem CorrectionDecidedAlready() => new("CORRECTION_DECIDED_ALREADY", "The correction was decided before.", "correction_id", "Nothing to do.");

    public static Problem CorrectionSameOfficer() =>
        new("CORRECTION_SAME_OFFICER", "Whoever proposed the correction does not approve it.", "correction_id", "Have another officer look at the evidence and approve it.");

    public static Problem CorrectionOvertaken() =>
        new("CORRECTION_OVERTAKEN", "The record has changed since the correction was proposed.", "correction_id", "Reject it, read the record, and propose it anew if it is still wrong.");
}
