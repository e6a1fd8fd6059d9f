using Gms.Platform;

namespace Gms.DepartureOrientation;

/// <summary>Every reason for which this service refuses a call. Codes are never reused.</summary>
static class Problems
{
    public static Problem LanguageMalformed(string field) =>
        new("ORIENTATION_LANGUAGE_MALFORMED", $"{field} is not a language tag.", field, "Send a BCP 47 tag: lo, th, km, vi, my, zh-Hans …");

    public static Problem CurriculumNotFound() =>
        new("CURRICULUM_NOT_FOUND", "There is no such curriculum.", "curriculum_id", "List the curricula and send an id from there.");

    public static Problem CurriculumModuleTwice(int index) =>
        new("CURRICULUM_MODULE_TWICE", "The same module stands in the curriculum twice.", $"modules[{index}].code", "Name each module once.");

    public static Problem CurriculumModuleStage(int index) =>
        new("CURRICULUM_MODULE_STAGE", "The module is taught at another stage than the curriculum.", $"modules[{index}].stage", "Give modules the curriculum's stage, or publish another curriculum for them.");

    public static Problem CurriculumNoCommonLanguage() =>
        new("CURRICULUM_NO_COMMON_LANGUAGE", "No language is offered by every module, so no session could teach the whole.", "modules", "Offer one language in every module.");

    public static Problem CurriculumProgrammeMissing() =>
        new("CURRICULUM_PROGRAMME_MISSING", "Orientation before departure and after arrival fulfils a programme.", "programme", "Name the programme, for example LA-PDO.");

    public static Problem CurriculumProgrammeOtherCountry(string programme) =>
        new("CURRICULUM_PROGRAMME_OTHER_COUNTRY", $"{programme} is another country's programme.", "programme", "Name a programme of the publishing country, or an international one.");

    public static Problem CurriculumProgrammeOtherStage(string programme) =>
        new("CURRICULUM_PROGRAMME_OTHER_STAGE", $"{programme} is for another stage of the journey.", "programme", "Name a programme of the curriculum's stage.");

    public static Problem CurriculumProgrammeNotInForce(string programme) =>
        new("CURRICULUM_PROGRAMME_NOT_IN_FORCE", $"{programme} is not in force today.", "programme", "Name a programme that is in force.");

    public static Problem CurriculumTooShort(int minutes, string source) =>
        new("CURRICULUM_TOO_SHORT", $"The programme asks for at least {minutes} minutes.", "modules", "Add modules or minutes.", source);

    public static Problem CurriculumBaseUnknown() =>
        new("CURRICULUM_BASE_UNKNOWN", "The country has no curriculum of that code and stage that stands alone.", "adds_to", "Publish the base first, or name another.");

    public static Problem CurriculumAddOnOfNothing() =>
        new("CURRICULUM_ADD_ON_OF_NOTHING", "An add-on is for a country of work or for sectors.", "adds_to", "Name a destination or a sector, or leave adds_to empty.");

    public static Problem CurriculumModuleWithdrawn(int index) =>
        new("CURRICULUM_MODULE_WITHDRAWN", "This version of the module is withdrawn.", $"modules[{index}].version", "Publish a new version of the module.");

    public static Problem CurriculumPublishedMeanwhile() =>
        new("CURRICULUM_PUBLISHED_MEANWHILE", "Somebody else published the same code or module version just now. Nothing was written.", "code", "Look at the latest edition and publish again.");

    public static Problem ModuleVersionDiffers(int index) =>
        new("MODULE_VERSION_DIFFERS", "This version of the module was published with other content.", $"modules[{index}].version", "Raise the module's version.");

    public static Problem InstitutionNotFound() =>
        new("INSTITUTION_NOT_FOUND", "There is no such institution.", "institution_id", "Send the id that RegisterInstitution answered.");

    public static Problem InstitutionNameTaken() =>
        new("INSTITUTION_NAME_TAKEN", "An institution of that name is registered in this country.", "name", "Use that one, or tell the two apart by name.");

    public static Problem InstitutionProvinceOtherCountry() =>
        new("INSTITUTION_PROVINCE_OTHER_COUNTRY", "The province is not an ISO 3166-2 code of the institution's country.", "province", "Send a code such as LA-VT.");

    public static Problem InstitutionProvinceUnknown() =>
        new("INSTITUTION_PROVINCE_UNKNOWN", "There is no such province.", "province", "Send an ISO 3166-2 code of the country, such as LA-VT.");

    public static Problem AccreditationNotFound() =>
        new("ACCREDITATION_NOT_FOUND", "There is no such accreditation.", "accreditation_id", "Send the id that AccreditInstitution answered.");

    public static Problem AccreditationNotLater() =>
        new("ACCREDITATION_NOT_LATER", "The accreditation lasts until that day already.", "ends_on", "Send a later day; to end it earlier, withdraw it.");

    public static Problem AccreditationWithdrawn() =>
        new("ACCREDITATION_WITHDRAWN", "The accreditation is withdrawn.", "accreditation_id", "Accredit the institution anew.");

    public static Problem AccreditationNothingToWithdraw() =>
        new("ACCREDITATION_NOTHING_TO_WITHDRAW", "The accreditation has ended before that day.", "from", "Read the institution's accreditations.");

    public static Problem AccreditationEndsBeforeStart() =>
        new("ACCREDITATION_ENDS_BEFORE_START", "The accreditation would end before it starts.", "ends_on", "Send a last day that is not before the first.");

    public static Problem AccreditationOverlaps() =>
        new("ACCREDITATION_OVERLAPS", "The institution is accredited on some of these days already.", "starts_on", "Start after the last accreditation ends.");

    public static Problem TrainerNotFound() =>
        new("TRAINER_NOT_FOUND", "There is no such trainer.", "trainer_id", "Send the id that CertifyTrainer answered.");

    public static Problem TrainerCertifiesSelf() =>
        new("TRAINER_CERTIFIES_SELF", "Nobody certifies the own account.", "account", "Ask another officer to certify.");

    public static Problem TrainerEndsBeforeStart() =>
        new("TRAINER_ENDS_BEFORE_START", "The certification would end before it starts.", "valid_until", "Send a last day that is not before the first.");

    public static Problem TrainerAlreadyCertified() =>
        new("TRAINER_ALREADY_CERTIFIED", "The trainer is certified on some of these days already.", "valid_from", "Start after the last certification ends, or withdraw it first.");

    public static Problem TrainerByTrainingOrEvidence() =>
        new("TRAINER_BY_TRAINING_OR_EVIDENCE", "A certification comes from a training or rests on evidence, not both.", "evidence", "After a training leave evidence and curriculum_ids empty.");

    public static Problem TrainerEvidenceCoversNothing() =>
        new("TRAINER_EVIDENCE_COVERS_NOTHING", "The country has published no module that the evidence could cover.", "curriculum_ids", "Publish the curriculum first.");

    public static Problem TrainerTrainingOtherStage() =>
        new("TRAINER_TRAINING_OTHER_STAGE", "The session is no training of trainers.", "training_session_id", "Send a session of a curriculum for trainers.");

    public static Problem TrainerTrainingOpen() =>
        new("TRAINER_TRAINING_OPEN", "The training is not closed, so its attendance is not final.", "training_session_id", "Close the session first.");

    public static Problem TrainerTrainingNotLed() =>
        new("TRAINER_TRAINING_NOT_LED", "Whoever led the training was not certified to train trainers on its days.", "training_session_id", "Let a certified master trainer repeat the training.");

    public static Problem TrainerTrainingNotAttended() =>
        new("TRAINER_TRAINING_NOT_ATTENDED", "The account did not attend the training for as long as its curriculum asks for.", "account", "Record the attendance before the session is closed, or let the person attend another training.");

    public static Problem TrainerTrainingNotOver() =>
        new("TRAINER_TRAINING_NOT_OVER", "The certification would begin before the training was over.", "valid_from", "Begin on the day after the training's last day, or later.");

    public static Problem TrainerCascadeCycle() =>
        new("TRAINER_CASCADE_CYCLE", "The training was led by somebody whom this trainer trained, directly or through others.", "training_session_id", "Renew by a training that somebody higher in the cascade leads, or by evidence.");

    public static Problem TrainerNothingToWithdraw() =>
        new("TRAINER_NOTHING_TO_WITHDRAW", "The trainer has no certification on or after that day.", "from", "Read the trainer's certifications.");

    public static Problem TraineeNotFound() =>
        new("TRAINEE_NOT_FOUND", "There is no such trainee.", "trainee_id", "Send the id that EnrolTrainee answered.");

    public static Problem TraineeOtherStage() =>
        new("TRAINEE_OTHER_STAGE", "The session is no training of trainers.", "session_id", "Enrol workers here, and trainees in a training of trainers.");

    public static Problem TraineeLeadsIt() =>
        new("TRAINEE_LEADS_IT", "The account leads this training.", "account", "Nobody is trained by oneself.");

    public static Problem TraineeEnrolled() =>
        new("TRAINEE_ENROLLED", "The account has a place in this training already.", "account", "Nothing more is needed.");

    public static Problem TraineeOwnAttendance() =>
        new("TRAINEE_OWN_ATTENDANCE", "Nobody records the own attendance.", "trainee_id", "Let the trainer record it.");

    public static Problem SessionNotFound(string field = "session_id") =>
        new("SESSION_NOT_FOUND", "There is no such session.", field, "Send the id that PlanSession answered.");

    public static Problem SessionTimeMalformed(string field) =>
        new("SESSION_TIME_MALFORMED", $"{field} is not a time between the years 2000 and 2100.", field, "Send a timestamp in UTC.");

    public static Problem SessionEndsBeforeStart() =>
        new("SESSION_ENDS_BEFORE_START", "The session would end before it starts.", "ends_at", "Send an end after the start.");

    public static Problem SessionTooLong(int days) =>
        new("SESSION_TOO_LONG", $"The session would last more than {days} days.", "ends_at", "Plan several sessions.");

    public static Problem SessionTooShort(int minutes) =>
        new("SESSION_TOO_SHORT", $"The curriculum takes {minutes} minutes, more than the session lasts.", "ends_at", "End later.");

    public static Problem SessionInPast() =>
        new("SESSION_IN_PAST", "The session would start on a day that is past.", "starts_at", "Plan it for today or later.");

    public static Problem SessionCurriculumOtherCountry() =>
        new("SESSION_CURRICULUM_OTHER_COUNTRY", "The curriculum was published by another country than the institution's.", "curriculum_id", "Teach a curriculum of the institution's country.");

    public static Problem SessionInstitutionNotAccredited() =>
        new("SESSION_INSTITUTION_NOT_ACCREDITED", "The institution is not accredited on every day of the session.", "institution_id", "Have the ministry accredit it for these days.");

    public static Problem SessionTrainerNotCertified() =>
        new("SESSION_TRAINER_NOT_CERTIFIED", "The trainer is not certified on every day of the session.", "trainer_id", "Choose a trainer who is, or renew the certification.");

    public static Problem SessionTrainerLevel() =>
        new("SESSION_TRAINER_LEVEL", "Only a master trainer teaches trainers.", "trainer_id", "Choose a master trainer.");

    public static Problem SessionTrainerLanguage(string language) =>
        new("SESSION_TRAINER_LANGUAGE", $"The trainer is not certified to teach in {language}.", "trainer_id", "Choose a trainer who teaches in that language.");

    public static Problem SessionTrainerStage(string stage) =>
        new("SESSION_TRAINER_STAGE", $"The trainer is not certified for this stage ({stage}).", "trainer_id", "Choose a trainer who was trained for it.");

    public static Problem SessionTrainerVersion(IEnumerable<string> missing) =>
        new("SESSION_TRAINER_VERSION", $"No certification of the trainer covers: {string.Join(", ", missing)}.", "trainer_id", "Choose a trainer who was trained with these versions, or let the trainer be trained with them.");

    public static Problem SessionModuleWithdrawn(IEnumerable<string> modules) =>
        new("SESSION_MODULE_WITHDRAWN", $"Withdrawn by the session's last day: {string.Join(", ", modules)}.", "curriculum_id", "Teach an edition without them.");

    public static Problem SessionForTrainers() =>
        new("SESSION_FOR_TRAINERS", "A training of trainers takes staff by account, no workers by number.", "session_id", "Enrol the worker in a session for workers.");

    public static Problem SessionLanguageNotOffered(string language, IEnumerable<string> offered) =>
        new("SESSION_LANGUAGE_NOT_OFFERED", $"Not every module of the curriculum is offered in {language}.", "language", $"Choose one of: {string.Join(", ", offered)}.");

    public static Problem SessionRoomTaken() =>
        new("SESSION_ROOM_TAKEN", "Another session is in that room at that time.", "room", "Choose another room or time.");

    public static Problem SessionTrainerTaken() =>
        new("SESSION_TRAINER_TAKEN", "The trainer teaches another session at that time.", "trainer_id", "Choose another trainer or time.");

    public static Problem SessionFull() =>
        new("SESSION_FULL", "Every place of the session is taken.", "session_id", "Choose another session.");

    public static Problem SessionClosed() =>
        new("SESSION_CLOSED", "The session is closed.", "session_id", "Choose a session that is still planned.");

    public static Problem SessionNotHeldYet() =>
        new("SESSION_NOT_HELD_YET", "The session's last day is still to come.", "session_id", "Close it on its last day or later.");

    public static Problem SessionWorkerUnknown() =>
        new("SESSION_WORKER_UNKNOWN", "The registry knows no worker of that number.", "worker_number", "Compare the number with the worker's paper, or enrol the worker in the registry first.");

    public static Problem SessionWorkerEnrolled() =>
        new("SESSION_WORKER_ENROLLED", "The worker has a place in this session already.", "worker_number", "Nothing more is needed.");

    public static Problem SessionWorkerElsewhere() =>
        new("SESSION_WORKER_ELSEWHERE", "The worker has a place in another session at that time.", "worker_number", "Choose a session at another time.");

    public static Problem AttendanceNotEnrolled() =>
        new("ATTENDANCE_NOT_ENROLLED", "The worker has no place in this session.", "worker_number", "Enrol the worker first.");

    public static Problem AttendanceOtherDay() =>
        new("ATTENDANCE_OTHER_DAY", "The session is not held on that day.", "day", "Send a day of the session, in the institution's zone.");

    public static Problem AttendanceNotYet() =>
        new("ATTENDANCE_NOT_YET", "That day is still to come.", "day", "Record the attendance on the day or later.");

    public static Problem AttendanceTooLong(int minutes) =>
        new("ATTENDANCE_TOO_LONG", $"That is more than the {minutes} minutes for which the session was held.", "minutes", "Send the minutes the worker was there.");

    public static Problem AttendanceRecorded() =>
        new("ATTENDANCE_RECORDED", "The worker's attendance on that day is recorded already.", "day", "Nothing more is needed.");

    public static Problem CertificateNotFound() =>
        new("CERTIFICATE_NOT_FOUND", "There is no such certificate.", "certificate_id", "Send the id that IssueCertificate answered.");

    public static Problem CertificateSessionOpen() =>
        new("CERTIFICATE_SESSION_OPEN", "The session is not closed, so its attendance is not final.", "session_id", "Close the session first.");

    public static Problem CertificateShareNotReached(int attended, int needed) =>
        new("CERTIFICATE_SHARE_NOT_REACHED", $"The worker attended {attended} minutes; the curriculum asks for {needed}.", "worker_number", "Let the worker attend another session.");

    public static Problem CertificateAlreadyIssued() =>
        new("CERTIFICATE_ALREADY_ISSUED", "The worker has the certificate of this session already.", "worker_number", "Read that certificate.");

    public static Problem CertificateAlreadyRevoked() =>
        new("CERTIFICATE_ALREADY_REVOKED", "The certificate was revoked before.", "certificate_id", "Nothing more is needed.");

    public static Problem ModuleNotFound() =>
        new("MODULE_NOT_FOUND", "The country has published no such version of a module.", "code", "Send a module's code and version as a curriculum of the country has them.");

    public static Problem ModuleWithdrawn() =>
        new("MODULE_WITHDRAWN", "This version of the module is withdrawn already.", "version", "Read the country's withdrawals.");

    public static Problem WithdrawalNotFound() =>
        new("WITHDRAWAL_NOT_FOUND", "There is no such withdrawal.", "withdrawal_id", "Send the id that WithdrawTrainer or WithdrawModuleVersion answered.");

    public static Problem WithdrawalEntryNotFound() =>
        new("WITHDRAWAL_ENTRY_NOT_FOUND", "There is no such entry.", "entry_id", "List the withdrawal's entries and send an id from there.");

    public static Problem WithdrawalEntryDecided() =>
        new("WITHDRAWAL_ENTRY_DECIDED", "The entry is decided already.", "entry_id", "Read the decision; it stands as it was made.");

    public static Problem WithdrawalEntryNotRevocable() =>
        new("WITHDRAWAL_ENTRY_NOT_REVOCABLE", "Only a certificate or a certification is revoked.", "decision", "Revoke the certificates and certifications on the list; a departure that rests on one is then decided again.");
}
