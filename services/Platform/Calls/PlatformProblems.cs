namespace Gms.Platform;

/// <summary>Every reason for which any service refuses a call before, around or after the call's own rules. Codes are never reused.</summary>
public static class PlatformProblems
{
    public static Problem TokenMissing() =>
        new("TOKEN_MISSING", "The call has no access token.", Remedy: "Send metadata `authorization: Bearer <token>`; `./registry token <account>` makes one for trying things by hand.");

    public static Problem TokenExpired() =>
        new("TOKEN_EXPIRED", "The access token has expired.", Remedy: "Ask the token endpoint for a new one and repeat the call with the same request_id.");

    public static Problem TokenInvalid() =>
        new("TOKEN_INVALID", "The access token was not issued for this registry, was changed, or is for another service.", Remedy: "Ask this registry's token endpoint for a token with the audience of the service you call; `./registry token <account>` makes one for trying things by hand.");

    public static Problem IssuerUnreachable() =>
        new("TOKEN_ISSUER_UNREACHABLE", "The keys that sign access tokens cannot be read now.", Remedy: "Repeat the call later with the same request_id.");

    public static Problem PermissionMissing(string permission) =>
        new("PERMISSION_MISSING", $"This call needs the permission {permission}.", Remedy: "Ask your organisation's administrator for a role that holds it.");

    public static Problem PurposeMissing(string allowed) =>
        new("PURPOSE_MISSING", "The call does not say its purpose.", Remedy: $"Send metadata `gms-purpose` with one of: {allowed}.");

    public static Problem PurposeNotAllowed(string allowed) =>
        new("PURPOSE_NOT_ALLOWED", "This call may not be made for that purpose.", Remedy: $"The purposes of this call are: {allowed}.");

    public static Problem OutsideScope(string? field = null) =>
        new("OUTSIDE_SCOPE", "That is outside what your organisation may work on.", field, "Ask the office of the country or agency concerned.");

    public static Problem ImportNotFound() =>
        new("IMPORT_NOT_FOUND", "There is no such import of your organisation.", "import_id", "Use the import_id that the header was sent with.");

    public static Problem ImportHeaderMissing() =>
        new("IMPORT_HEADER_MISSING", "The first message of an import is its header, and only the first.", "header", "Send the header alone, then the rows.");

    public static Problem ImportHeaderChanged() =>
        new("IMPORT_HEADER_CHANGED", "This import was begun with another header, by another call or by another account.", "header.import_id", "Send the header as it was sent first, or choose a new import_id for another file.");

    public static Problem ImportRowGap(long expected) =>
        new("IMPORT_ROW_GAP", $"Rows are missing: row {expected} is expected next.", "rows.first_row", $"Go on at row {expected}; rows below it may be sent again and are passed over.");

    public static Problem ImportTooManyRows(int most) => new("IMPORT_TOO_MANY_ROWS", $"A message holds at most {most} rows.", "rows", "Send smaller messages.");

    public static Problem ImportRunning() =>
        new("IMPORT_RUNNING", "This import is running already.", "header.import_id", "Wait until the other stream has ended; watch it by Imports.WatchImport.");

    public static Problem ImportsBusy() => new("IMPORTS_BUSY", "As many imports run as this service takes at once.", Remedy: "Come back later; nothing was taken.");

    public static Problem RowNotSaved() =>
        new("ROW_NOT_SAVED", "The row could not be saved.", Remedy: "Send the row again by itself; if it fails again, tell the registry's office the import_id and the row.");

    public static Problem CsvNotUtf8() =>
        new("CSV_NOT_UTF8", "The file is not a CSV file in UTF-8.", "content", "Save it as 'CSV UTF-8' in the spreadsheet program and send it again.");

    public static Problem CsvColumnMissing(string column) => new("CSV_COLUMN_MISSING", $"The file has no column '{column}'.", "content", "Name the columns in the first line, as docs/import-workers.md shows.");

    public static Problem CsvColumnUnknown(string known) =>
        new("CSV_COLUMN_UNKNOWN", "The first line names a column that is not known, or one twice.", "content", $"The columns are: {known}.");

    public static Problem CsvFieldCount(int fields, int columns) =>
        new("CSV_FIELD_COUNT", $"The row has {fields} fields; the first line names {columns}.", Remedy: "Look for a missing or surplus separator, or a quotation mark that is not closed.");

    public static Problem CsvQuote() => new("CSV_QUOTE", "A quotation mark stands in the middle of a field or is not closed.", Remedy: "Put the field in quotation marks and double those inside it.");

    public static Problem CsvRowTooLong(int most) => new("CSV_ROW_TOO_LONG", $"The row is longer than {most} bytes.", Remedy: "Look for a quotation mark that is not closed, or for text that does not belong here.");

    public static Problem TextFormula(string field) =>
        new("TEXT_FORMULA", $"{field} begins like a formula of a spreadsheet (=, +, - or @).", field, "Send the plain value; a name begins with a letter.");

    public static Problem ExportNotFound() =>
        new("EXPORT_NOT_FOUND", "This service has nothing of that name for you to take out.", "name", "Send a name that ListExports answers.");

    public static Problem ExportWithoutWorkers() => new("EXPORT_WITHOUT_WORKERS", "The rows of this export tell of no worker.", "worker_number", "Leave worker_number empty.");

    public static Problem ExportWithoutChanges() =>
        new("EXPORT_WITHOUT_CHANGES", "This export does not know when its rows changed.", "changed_since", "Leave changed_since unset and take all rows.");

    public static Problem ExportPositionMalformed() => new("EXPORT_POSITION_MALFORMED", "after was not answered by this export.", "after", "Start again with an empty after.");

    /// <param name="allowed">The values, where only some are taken.</param>
    public static Problem FieldRequired(string field, string? allowed = null) =>
        new("FIELD_REQUIRED", $"{field} is missing.", field, allowed is null ? $"Set {field}." : $"Set {field} to one of: {allowed}.");

    public static Problem TextDamaged(string field) =>
        new("TEXT_DAMAGED", $"{field} holds text that was damaged on its way (a replacement character, a NUL or half of a surrogate pair).", field, "Send the text as valid UTF-8, as it stands in its source.");

    public static Problem TextControl(string field) =>
        new("TEXT_HAS_CONTROL_CHARACTERS", $"{field} holds control characters or invisible direction marks.", field, "Send plain text only.");

    public static Problem TextTooLong(string field, int max) =>
        new("TEXT_TOO_LONG", $"{field} is longer than {max} characters.", field, $"Send at most {max} characters.");

    public static Problem IdMalformed(string field) => new("ID_MALFORMED", $"{field} is not a UUID.", field, "Send the id as it was answered.");

    public static Problem WorkerNumberMalformed(string field) =>
        new("WORKER_NUMBER_MALFORMED", $"{field} is not a worker number: two letters, eight characters and a check character that fits them.", field, "Compare it with the paper; the form is LA-7KQ2-M9XD-R.");

    public static Problem DayMalformed(string field, string why) => new("DAY_MALFORMED", $"{field} is not a day of the calendar: {why}.", field, "Set year, month and day.");

    public static Problem PartialDayMalformed(string field) =>
        new("PARTIAL_DAY_MALFORMED", $"{field} is not a date, whole or in part.", field, "Set the year; add the month, then the day, when they are known.");

    public static Problem CountryUnknown(string field) =>
        new("COUNTRY_UNKNOWN", $"{field} is not a country of this registry.", field, $"Send one of {Read.CountriesInWords}.");

    public static Problem CountryMalformed(string field) =>
        new("COUNTRY_MALFORMED", $"{field} is not an ISO 3166-1 alpha-2 country code.", field, "Send two capital letters.");

    public static Problem ValueUnknown(string field, string allowed) =>
        new("VALUE_UNKNOWN", $"{field} is not one of the known values.", field, $"Send one of: {allowed}.");

    public static Problem NumberOutOfRange(string field, long least, long most) =>
        new("NUMBER_OUT_OF_RANGE", $"{field} is not between {least} and {most}.", field, $"Send a number from {least} to {most}.");

    /// <summary>How many entries a list has.</summary>
    public static Problem EntriesOutOfRange(string field, int count, int least, int most) =>
        new("ENTRIES_OUT_OF_RANGE", $"{field} has {count} entries.", field, $"Send {least} to {most} of them.");

    public static Problem MoneyMalformed(string field) =>
        new("MONEY_MALFORMED", $"{field} is not an amount of money: minor units from 0 on, and a currency known here.", field, "Send whole minor units and an ISO 4217 code.");

    public static Problem PageTokenMalformed() => new("PAGE_TOKEN_MALFORMED", "page_token was not answered by this call.", "page_token", "Start again with an empty page_token.");

    public static Problem ReplayPositionMalformed() => new("REPLAY_POSITION_MALFORMED", "after was not answered by this call.", "after", "Start again with an empty after.");

    public static Problem AuditOfWhom() =>
        new("AUDIT_OF_WHOM", "An audit is listed of one account or about one worker.", "account_id", "Set account_id or worker_number, not both.");

    public static Problem DisclosurePositionMalformed() =>
        new("DISCLOSURE_POSITION_MALFORMED", "before is no position of a disclosure.", "before", "Start again with an empty before.");

    public static Problem BatchSize(int most) =>
        new("BATCH_SIZE", $"items holds none, or more than {most}.", "items", $"Send 1 to {most} items at once.");

    public static Problem AskerNotAllowed() =>
        new("ASKER_NOT_ALLOWED", "Only a service that calls for itself says in whose name it asks.", "items.asker", "Leave asker unset: the call is made in your own name.");

    public static Problem Busy(TimeSpan wait) =>
        new("BUSY", "More is asked at this moment than can be taken. Nothing was written.", Remedy: $"Repeat the call with the same request_id in {wait.TotalSeconds:0.#} seconds, as RetryInfo says.");

    public static Problem AskedTooOften(int most, TimeSpan wait) =>
        new("ASKED_TOO_OFTEN", $"This address asked more than {most} times within a minute.", Remedy: $"Come back in {wait.TotalSeconds:0} seconds, as RetryInfo says; an office that needs more signs in.");

    public static Problem RequestIdReused() =>
        new("REQUEST_ID_REUSED", "This request_id was already used for another call or another content.", "request_id", "Choose a new UUID for each new intent.");

    public static Problem RequestUnreadable() =>
        new("REQUEST_UNREADABLE", "The bytes sent are not a message of this call, or a text in them is not UTF-8.", Remedy: "Build the request from the contract that this server answers by reflection, with every text as valid UTF-8.");

    public static Problem RequestTooLarge() =>
        new("REQUEST_TOO_LARGE", "The message is larger than 4 MiB.", Remedy: "Send less at once, or use the streaming call.");

    public static Problem SomebodyWasFaster() =>
        new("CHANGED_MEANWHILE", "The record was changed by somebody else while this call ran. Nothing was written.", Remedy: "Read it again and repeat the call.");

    public static Problem StorageUnavailable() =>
        new("STORAGE_UNAVAILABLE", "The database does not answer now. Nothing was written, or the answer was lost.", Remedy: "Repeat the call with the same request_id.");

    public static Problem PeerUnavailable(string peer) =>
        new("PEER_UNAVAILABLE", $"{peer} does not answer now.", Remedy: "Repeat the call later with the same request_id.");

    public static Problem NotDeclared() =>
        new("CALL_NOT_DECLARED", "The call has no access declaration.", Remedy: "This is a fault of the registry; please report it.");

    public static Problem Unexpected() =>
        new("UNEXPECTED", "The registry failed to do this. Nothing was written by this call.", Remedy: "Repeat with the same request_id; if it fails again, report the correlation id.");

    public static Problem ClockNotAllowed() =>
        new("TEST_CLOCK_NOT_ALLOWED", "A test clock is not accepted here.", Remedy: "Leave out the metadata gms-test-clock.");

    public static Problem BrokerUnavailable() =>
        new("BROKER_UNAVAILABLE", "The message broker does not answer now: what waits there is not known.", Remedy: "See that RabbitMQ runs and repeat the call.");

    public static Problem ErrorQueueNotFound() => new("ERROR_QUEUE_NOT_FOUND", "This service has no such queue.", "queue", "Send a queue as ListErrors of the same service names it.");

    public static Problem ErrorNotFound() =>
        new("ERROR_NOT_FOUND", "That event is not in the error queue, or no longer.", "event_id", "List the errors again: somebody may have sent it again already.");

    public static Problem WorkItemNotFound() =>
        new("WORK_ITEM_NOT_FOUND", "There is no such work item among those you may see.", "work_item_id", "List the work items of your country; each service has its own.");

    public static Problem WorkItemClosed() => new("WORK_ITEM_CLOSED", "The work item is decided already.", "work_item_id", "Read it to see the decision.");

    public static Problem WorkItemTaken() => new("WORK_ITEM_TAKEN", "The work item is yours already.", "work_item_id", "Decide it.");

    public static Problem WorkItemNotYours() => new("WORK_ITEM_NOT_YOURS", "The work item is not yours.", "work_item_id", "Take it first.");

    public static Problem WorkItemDecidedElsewhere(string otherCall) =>
        new("WORK_ITEM_DECIDED_ELSEWHERE", $"This kind of work item is decided by the call {otherCall}, which closes it.", "work_item_id", $"Call {otherCall}.");

    public static Problem WorkItemDecisionUnknown(string allowed) =>
        new("WORK_ITEM_DECISION_UNKNOWN", "That is not a decision of this work item.", "decision", $"Send one of: {allowed}.");
}
