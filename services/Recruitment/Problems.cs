using Gms.Platform;
using Gms.Recruitment.Reference;

namespace Gms.Recruitment;

/// <summary>Every reason for which Recruitment refuses a call. Codes are never reused.</summary>
static class Problems
{
    public static Problem AgencyNotFound() =>
        new("AGENCY_NOT_FOUND", "There is no such agency among the records you may see.", "agency_id", "Compare the id; ask the licensing office of its country.");

    public static Problem AgencyAlreadyRegistered() =>
        new("AGENCY_ALREADY_REGISTERED", "The country has an agency of that registration number, or there is one of that id.", "registration_number", "Go on with the agency on record.");

    public static Problem AgencyRegimeUnknown(string country, bool outbound) =>
        new("AGENCY_REGIME_UNKNOWN", $"No law of {country} on licences for {(outbound ? "sending workers abroad" : "bringing workers in")} is known here.", "direction", "Add the law to the reference data first.");

    public static Problem AgencyLicenceEndsBeforeStart() =>
        new("AGENCY_LICENCE_ENDS_BEFORE_START", "The licence ends before it begins.", "valid_to", "Compare both days with the licence.");

    public static Problem AgencyLicenceTooLong(int months, RuleSource rule) =>
        new("AGENCY_LICENCE_TOO_LONG", $"The law allows a licence for at most {months} months.", "valid_to", "Shorten the period; renew later.", $"{rule.Rule}: {rule.Text}");

    public static Problem AgencyDepositTooLow(Money least, RuleSource rule) =>
        new("AGENCY_DEPOSIT_TOO_LOW", $"The deposit is below {least.Show()}.", "deposit", "Grant the licence when the whole deposit is held.", $"{rule.Rule}: {rule.Text}");

    public static Problem AgencyLicenceOverlaps() =>
        new("AGENCY_LICENCE_OVERLAPS", "The agency has another licence of that direction on some of those days.", "valid_from", "Begin on the day after the other one ends.");

    public static Problem AgencyLicenceNumberTaken() =>
        new("AGENCY_LICENCE_NUMBER_TAKEN", "Another licence of the country has that number.", "licence_number", "Compare the number with the licence.");

    public static Problem LicenceNotNamed() =>
        new("LICENCE_NOT_NAMED", "Neither an agency nor a licence is named.", "agency_id", "Send agency_id, or country and licence_number.");

    public static Problem LicenceNotFound() =>
        new("LICENCE_NOT_FOUND", "There is no such licence or agency.", "licence_id", "Compare the number with the licence; an agency that is not here may not recruit.");

    public static Problem LicenceSuspensionInPast() =>
        new("LICENCE_SUSPENSION_IN_PAST", "A suspension cannot begin before today: contracts were registered in good faith.", "from", "Begin today.");

    public static Problem LicenceNotValidThen() =>
        new("LICENCE_NOT_VALID_THEN", "The licence is not within its period on that day.", "from", "Choose a day within its period.");

    public static Problem LicenceAlreadySuspended() =>
        new("LICENCE_ALREADY_SUSPENDED", "The licence is already suspended on that day or later.", "from", "Nothing needs to be done.");

    public static Problem LicenceReinstatedInPast() =>
        new("LICENCE_REINSTATED_IN_PAST", "A suspension cannot end before today.", "from", "End it today.");

    public static Problem LicenceNotSuspended() =>
        new("LICENCE_NOT_SUSPENDED", "The licence has no suspension that is still to be ended.", "licence_id", "Nothing needs to be done.");

    public static Problem EmployerNotFound() =>
        new("EMPLOYER_NOT_FOUND", "There is no such employer among the records you may see.", "employer_id", "Ask the labour office of the country of work to register it.");

    public static Problem EmployerAlreadyRegistered() =>
        new("EMPLOYER_ALREADY_REGISTERED", "The country has an employer of that registration number, or there is one of that id.", "registration_number", "Go on with the employer on record.");

    public static Problem EmployerVisitInFuture() =>
        new("EMPLOYER_VISIT_IN_FUTURE", "The visit is after today.", "site_visited_on", "Leave it unset until the visit has taken place.");

    public static Problem JobOrderNotFound() =>
        new("JOB_ORDER_NOT_FOUND", "There is no such job order among the records you may see.", "job_order_id", "Compare the id; an order belongs to one agency.");

    public static Problem JobOrderAlreadyRegistered() =>
        new("JOB_ORDER_ALREADY_REGISTERED", "There is a job order of that id.", "job_order_id", "Go on with the order on record, or leave the id empty.");

    public static Problem JobOrderCorridorUnknown(string origin, string destination, string channel) =>
        new("JOB_ORDER_CORRIDOR_UNKNOWN", $"There is no channel {channel} from {origin} to {destination}.", "channel", "Choose a channel of that corridor.");

    public static Problem JobOrderAgencyRequired(Corridor corridor) =>
        new("JOB_ORDER_AGENCY_REQUIRED", $"Recruitment through {corridor.Channel} needs a licensed agency.", "agency_id", "Name the agency that will fill the order.", corridor.Id);

    public static Problem JobOrderAgencyOfOtherCountry(string origin) =>
        new("JOB_ORDER_AGENCY_OF_OTHER_COUNTRY", $"The agency is not licensed by {origin}, where the workers are recruited.", "agency_id", "Name an agency of the country of origin.");

    public static Problem JobOrderAgencyNotLicensed(DateOnly day) =>
        new("JOB_ORDER_AGENCY_NOT_LICENSED", $"The agency has no valid licence for the country of work on {day:yyyy-MM-dd}.", "agency_id", "Ask the licensing office; Agencies.CheckLicence tells why.");

    public static Problem JobOrderPeriodPast() =>
        new("JOB_ORDER_PERIOD_PAST", "The last day of the order is over.", "open_until", "Register a new order.");

    public static Problem JobOrderAlreadyAttested() =>
        new("JOB_ORDER_ALREADY_ATTESTED", "The order is attested already.", "job_order_id", "Nothing needs to be done.");

    /// <param name="field">By what it was asked for.</param>
    public static Problem ContractNotFound(string field = "contract_id") =>
        new("CONTRACT_NOT_FOUND", "There is no such contract among the records you may see.", field, "Compare the number; ask the office that registered it.");

    public static Problem ContractAlreadyRegistered() =>
        new("CONTRACT_ALREADY_REGISTERED", "There is a contract of that id.", "contract_id", "Go on with the contract on record, or leave the id empty.");

    public static Problem ContractWorkerUnknown() =>
        new("CONTRACT_WORKER_UNKNOWN", "No worker is enrolled under this number.", "worker_number", "Enrol the worker first, or compare the number with the paper.");

    public static Problem ContractWorkerTooYoung(int minimum, RuleSource rule) =>
        new("CONTRACT_WORKER_TOO_YOUNG", $"The worker is younger than {minimum} on the first day of work.", "worker_number", "Do not send the worker; refer a child to the social welfare office.", $"{rule.Rule}: {rule.Text}");

    public static Problem ContractCorridorUnknown(string origin, string destination, string channel) =>
        new("CONTRACT_CORRIDOR_UNKNOWN", $"There is no channel {channel} from {origin} to {destination}.", "channel", "Choose a channel of that corridor.");

    public static Problem ContractAgencyRequired(Corridor corridor) =>
        new("CONTRACT_AGENCY_REQUIRED", $"Recruitment through {corridor.Channel} needs a licensed agency.", "agency_id", "Name the agency.", corridor.Id);

    public static Problem ContractAgencyOfOtherCountry(string origin) =>
        new("CONTRACT_AGENCY_OF_OTHER_COUNTRY", $"The agency is not licensed by {origin}, where the worker is recruited.", "agency_id", "Name an agency of the country of origin.");

    public static Problem ContractAgencyNotLicensed(DateOnly day) =>
        new("CONTRACT_AGENCY_NOT_LICENSED", $"The agency has no valid licence for the country of work on {day:yyyy-MM-dd}.", "agency_id", "Ask the licensing office; Agencies.CheckLicence tells why.");

    public static Problem ContractEmployerOfOtherCountry(string destination) =>
        new("CONTRACT_EMPLOYER_OF_OTHER_COUNTRY", $"The employer is not registered in {destination}.", "employer_id", "Name the employer at the place of work.");

    public static Problem ContractJobOrderRequired(Corridor corridor) =>
        new("CONTRACT_JOB_ORDER_REQUIRED", $"Recruitment through {corridor.Channel} needs an attested job order.", "job_order_id", "Register the order and have it attested first.", corridor.Id);

    public static Problem ContractJobOrderDiffers(string field) =>
        new("CONTRACT_JOB_ORDER_DIFFERS", $"{field} is not that of the job order.", field, "Compare contract and job order; a worker is sent only to the work that was approved.");

    public static Problem ContractJobOrderNotAttested() =>
        new("CONTRACT_JOB_ORDER_NOT_ATTESTED", "The labour office of the country of work has not attested the order.", "job_order_id", "Ask the office to attest it.");

    public static Problem ContractJobOrderClosed() =>
        new("CONTRACT_JOB_ORDER_CLOSED", "The last day of the order is over.", "job_order_id", "Register a new order.");

    public static Problem ContractJobOrderFull() =>
        new("CONTRACT_JOB_ORDER_FULL", "All places of the job order are taken.", "job_order_id", "Ask the employer for a further order.");

    public static Problem ContractWageBelowJobOrder(Money least) =>
        new("CONTRACT_WAGE_BELOW_JOB_ORDER", $"The wage is below the {least.Show()} that the order promised, or paid for another time.", "terms.wage", "The worker is due what was approved.");

    public static Problem ContractHoursAboveJobOrder(int most) =>
        new("CONTRACT_HOURS_ABOVE_JOB_ORDER", $"The hours are above the {most} a week of the order.", "terms.hours_per_week", "The worker is due what was approved.");

    public static Problem ContractWageMissing() =>
        new("CONTRACT_WAGE_MISSING", "The wage is nothing.", "terms.wage", "Send the wage that was agreed.");

    public static Problem ContractDeductionCurrency() =>
        new("CONTRACT_DEDUCTION_CURRENCY", "The deduction is not in the wage's currency.", "terms.monthly_deduction", "Send it in the wage's currency.");

    public static Problem ContractEndsBeforeStart() =>
        new("CONTRACT_ENDS_BEFORE_START", "The contract ends before it begins.", "ends_on", "Compare both days with the contract.");

    public static Problem ContractSignedInFuture() =>
        new("CONTRACT_SIGNED_IN_FUTURE", "The contract is signed after today.", "signed_on", "Register it when both have signed.");

    public static Problem ContractOverlaps() =>
        new("CONTRACT_OVERLAPS", "The worker has another contract on some of those days.", "starts_on", "End the other contract first.");

    public static Problem ContractAlreadyEnded() =>
        new("CONTRACT_ALREADY_ENDED", "The contract has ended already.", "contract_id", "Nothing needs to be done.");

    public static Problem ContractEndedAfterTerm() =>
        new("CONTRACT_ENDED_AFTER_TERM", "The last day is after the end of the term.", "last_day", "Register an extension instead.");

    public static Problem LanguageMalformed(string field) =>
        new("CONTRACT_LANGUAGE_MALFORMED", $"{field} is not a language tag.", field, "Send a BCP 47 tag such as lo, km, my, th, vi or zh.");

    public static Problem ContractNothingShown() =>
        new("CONTRACT_NOTHING_SHOWN", "Neither a hash nor a field of the contract in hand was sent.", "shown_hash", "Send the hash, or at least one of employer, occupation, wage, hours, days and deduction.");

    public static Problem ComplaintNotFound() =>
        new("COMPLAINT_NOT_FOUND", "There is no such complaint among those you may see.", "complaint_id", "Use an id that OpenComplaint or ListComplaints answered.");

    public static Problem ComplaintWorkerUnknown() =>
        new("COMPLAINT_WORKER_UNKNOWN", "There is no worker with this number.", "worker_number", "Compare the number with the paper.");

    public static Problem ComplaintContractOfAnother() =>
        new("COMPLAINT_CONTRACT_OF_ANOTHER", "The contract is another worker's.", "contract_id", "Leave it empty, or use one that ListContracts answers for this worker.");

    public static Problem ComplaintToldByOther() =>
        new("COMPLAINT_TOLD_BY_OTHER", "Who tells it does not fit who signed in.", "told_by", "A worker tells as the worker, a civil-society officer as civil society or family, an officer as officer or family.");

    public static Problem ComplaintTooMuchEvidence(int most) =>
        new("COMPLAINT_TOO_MUCH_EVIDENCE", $"More than {most} pieces of evidence were sent.", "evidence", $"Send the {most} that weigh most; keep the others in the file.");

    public static Problem ComplaintOpenedAlready() =>
        new("COMPLAINT_OPENED_ALREADY", "Somebody opened the complaint about this version at the same moment.", "contract_id", "Make the call again: it answers that complaint.");

    public static Problem DeclarationInFuture() =>
        new("DECLARATION_IN_FUTURE", "The declaration was made after today.", "declared_on", "Record it when it has been made.");

    public static Problem CostAmountZero() =>
        new("COST_AMOUNT_ZERO", "The amount is nothing.", "amount", "Record payments only; that nothing was paid is part of the worker's declaration.");

    public static Problem CostPaidInFuture() =>
        new("COST_PAID_IN_FUTURE", "The payment is after today.", "paid_on", "Record it when it has been paid.");

    public static Problem CostStatedForOthers() =>
        new("COST_STATED_FOR_OTHERS", "You state this for somebody else.", "stated_by", "State what your own side paid or took; others state theirs.");

    public static Problem CostNothingAndAmount() =>
        new("COST_NOTHING_AND_AMOUNT", "It is stated that nothing was paid, with an amount.", "nothing_paid", "Send one of them.");

    public static Problem CostPaidTooEarly(DateOnly from) =>
        new("COST_PAID_TOO_EARLY", $"The payment is before {from:yyyy-MM-dd}, long before the contract: it was for another recruitment, or the year is wrong.", "paid_on", "Compare the day with the receipt.");

    public static Problem CostEquivalentCurrency(string wage) =>
        new("COST_EQUIVALENT_CURRENCY", $"The equivalent is not in {wage}, the currency of the wage, or the amount is in it already.", "equivalent", "Send it only for a payment in another currency.");

    public static Problem CostReplacedNotFound() =>
        new("COST_REPLACED_NOT_FOUND", "The contract has no such cost line.", "replaces", "Use an id that ListCosts answers.");

    public static Problem CostReplacedAlready() =>
        new("COST_REPLACED_ALREADY", "Another line stands in the place of that one already.", "replaces", "Correct the later line: ListCosts answers it.");

    public static Problem CostReplacedByOther() =>
        new("COST_REPLACED_BY_OTHER", "The line is another party's statement.", "replaces", "State your own beside it; both are shown.");

    public static Problem IndicatorRebuildRunning() =>
        new("INDICATOR_REBUILD_RUNNING", "Another rebuild is running.", null, "Wait until it has ended.");

    public static Problem VerdictSubjectMissing() =>
        new("VERDICT_SUBJECT_MISSING", "It is not said of whom the verdict is.", "subject", "Send one of recruitment, agency and employer.");

    public static Problem VerdictNotFound() =>
        new("VERDICT_NOT_FOUND", "There is no such verdict among those you may see.", "verdict_id", "Use an id that KeepVerdict or ListVerdicts answered.");

    public static Problem VerdictNothingToKeep() =>
        new("VERDICT_NOTHING_TO_KEEP", "The worker has no contract that a verdict could be kept of.", "recruitment.worker_number", "Register the contract first.");

    public static Problem VerdictNothingToCheck() =>
        new("VERDICT_NOTHING_TO_CHECK", "Neither a verdict nor its id was sent.", "signed", "Send the signed bytes, or the id of a kept verdict.");

    public static Problem VerdictKnownInFuture() =>
        new("VERDICT_KNOWN_IN_FUTURE", "Nobody knows yet what will be on record then.", "known_at", "Leave it unset for what is on record now.");
}
