using Gms.Platform;
using Gms.Recruitment.Reference;

namespace Gms.Recruitment;

/// <summary>Every reason for which Recruitment refuses a call. Codes are never reused.</summary>
static partial class Problems
{
    public static Problem EmployerNotFound() =>
        new("EMPLOYER_NOT_FOUND", "There is no such employer among the records you may see.", "employer_id", "Ask the labour office of the country of work to register it.");

    public static Problem EmployerAlreadyRegistered() =>
        new("EMPLOYER_ALREADY_REGISTERED", "The country has an employer of that registration number, or there is one of that id.", "registration_number", "Go on with the employer on record.");

    public static Problem EmployerVisitInFuture() =>
        new("EMPLOYER_VISIT_IN_FUTURE", "The visit is after today.", "site_visited_on", "Leave it unset until the visit has taken place.");

    public static Problem EmployerAlreadyAccredited() =>
        new("EMPLOYER_ALREADY_ACCREDITED", "The employer is accredited on that day.", "employer_id", "Nothing needs to be done; begin after its last day for the next accreditation.");

    public static Problem EmployerNotAccredited() =>
        new("EMPLOYER_NOT_ACCREDITED", "The employer has no accreditation on that day that could be taken from it.", "from", "Compare the day with GetEmployer.");

    public static Problem EmployerStandingInPast() =>
        new("EMPLOYER_STANDING_IN_PAST", "That cannot begin before today: what was true of past days stays so.", "from", "Begin today.");

    public static Problem EmployerStandingBeforeLast(DateOnly last) =>
        new("EMPLOYER_STANDING_BEFORE_LAST", $"Something else was said of the employer from {last:yyyy-MM-dd} on.", "from", "Begin on that day or later.");

    public static Problem EmployerStandingEndsBeforeStart() =>
        new("EMPLOYER_STANDING_ENDS_BEFORE_START", "The last day is before the first.", "last_day", "Compare both days.");

    public static Problem JobOrderNotFound() =>
        new("JOB_ORDER_NOT_FOUND", "There is no such job order among the records you may see.", "job_order_id", "Compare the id; an order belongs to one agency.");

    public static Problem JobOrderAlreadyRegistered() =>
        new("JOB_ORDER_ALREADY_REGISTERED", "There is a job order of that id.", "job_order_id", "Go on with the order on record, or leave the id empty.");

    public static Problem JobOrderCorridorUnknown(string origin, string destination, string channel) =>
        new("JOB_ORDER_CORRIDOR_UNKNOWN", $"There is no channel {channel} from {origin} to {destination}.", "channel", "Choose a channel of that corridor.");

    public static Problem JobOrderAgencyRequired(Corridor corridor) =>
        new("JOB_ORDER_AGENCY_REQUIRED", $"Recruitment through {corridor.Channel} needs a licensed agency.", "agency_id", "Name the agency that will fill the order.", corridor.Id);

    public static Problem JobOrderAgencyOfOtherCountry(string origin, string field = "agency_id") =>
        new("JOB_ORDER_AGENCY_OF_OTHER_COUNTRY", $"The agency is not licensed by {origin}, where the workers are recruited.", field, "Name an agency of the country of origin.");

    public static Problem JobOrderAgencyNotLicensed(DateOnly day, string field = "agency_id") =>
        new("JOB_ORDER_AGENCY_NOT_LICENSED", $"The agency has no valid licence for the country of work on {day:yyyy-MM-dd}.", field, "Ask the licensing office; Agencies.CheckLicence tells why.");

    public static Problem JobOrderPeriodPast() =>
        new("JOB_ORDER_PERIOD_PAST", "The last day of the order is over.", "open_until", "Register a new order.");

    public static Problem JobOrderAlreadyAttested() =>
        new("JOB_ORDER_ALREADY_ATTESTED", "The order is attested already.", "job_order_id", "Nothing needs to be done.");

    public static Problem JobOrderFurtherAlone() =>
        new("JOB_ORDER_FURTHER_ALONE", "Further agencies are named and no first one.", "agency_id", "Name the agency that answers for the order.");

    public static Problem JobOrderEmployerStopped(DateOnly day) =>
        new("JOB_ORDER_EMPLOYER_STOPPED", $"The labour office of the country of work has stopped the employer as of {day:yyyy-MM-dd}.", "employer_id", "Ask the labour office of the country of work.");

    public static Problem JobOrderWageMissing() =>
        new("JOB_ORDER_WAGE_MISSING", "The wage is nothing.", "wage", "Send the least wage.");

    public static Problem JobOrderDeductionCurrency() =>
        new("JOB_ORDER_DEDUCTION_CURRENCY", "The deduction is not in the wage's currency.", "monthly_deduction", "Send it in the wage's currency.");

    public static Problem JobOrderClosed(DateOnly day) =>
        new("JOB_ORDER_CLOSED", $"The order is closed from {day:yyyy-MM-dd} on.", "job_order_id", "Register a new order.");

    public static Problem JobOrderClosedInPast() =>
        new("JOB_ORDER_CLOSED_IN_PAST", "An order cannot be closed from a day before today: contracts were registered in good faith.", "from", "Close it from today on.");

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

    public static Problem ContractEmployerStopped(DateOnly day) =>
        new("CONTRACT_EMPLOYER_STOPPED", $"The labour office of the country of work has stopped the employer as of {day:yyyy-MM-dd}.", "employer_id", "Ask the labour office of the country of work.");

    public static Problem ContractDaysAboveJobOrder(int most) =>
        new("CONTRACT_DAYS_ABOVE_JOB_ORDER", $"The days are above the {most} a week of the order.", "terms.days_per_week", "The worker is due what was approved.");

    public static Problem ContractHousingBelowJobOrder() =>
        new("CONTRACT_HOUSING_BELOW_JOB_ORDER", "The order promised housing free of charge.", "terms.housing", "The worker is due what was approved.");

    public static Problem ContractDeductionAboveJobOrder(Money most) =>
        new("CONTRACT_DEDUCTION_ABOVE_JOB_ORDER", $"The deduction is above the {most.Show()} of the order.", "terms.monthly_deduction", "The worker is due what was approved.");

    public static Problem ContractWageBelowMinimum(MinimumWage least) =>
        new("CONTRACT_WAGE_BELOW_MINIMUM", $"The wage is below the minimum of {least.Amount.Show()} by the {least.Period.ToString().ToLowerInvariant()}.", "terms.wage", "Raise the wage.", $"{least.Source.Rule}: {least.Source.Text}");

    public static Problem ContractHoursAboveMaximum(int most, RuleSource rule) =>
        new("CONTRACT_HOURS_ABOVE_MAXIMUM", $"The law allows {most} regular hours a week.", "terms.hours_per_week", "Lower the regular hours; overtime is another thing.", $"{rule.Rule}: {rule.Text}");

    public static Problem ContractDaysAboveMaximum(int most, RuleSource rule) =>
        new("CONTRACT_DAYS_ABOVE_MAXIMUM", $"The law allows {most} days of work a week.", "terms.days_per_week", "Give a day of rest.", $"{rule.Rule}: {rule.Text}");

    public static Problem ContractUnchanged() =>
        new("CONTRACT_UNCHANGED", "The version says what the one before it says.", "terms", "Nothing needs to be done.");

    public static Problem ContractSignedBeforeLast(DateOnly last) =>
        new("CONTRACT_SIGNED_BEFORE_LAST", $"The version before it was signed on {last:yyyy-MM-dd}, after this one.", "signed_on", "Register versions in the order in which they were signed.");

    public static Problem ContractVersionMoved(int latest) =>
        new("CONTRACT_VERSION_MOVED", $"The latest version is {latest}.", "version", "Read the contract again, and decide on its latest version.");

    public static Problem ContractExtensionNotLater(DateOnly ends) =>
        new("CONTRACT_EXTENSION_NOT_LATER", $"The term ends on {ends:yyyy-MM-dd} already.", "ends_on", "Send a later day; to end it earlier there is EndContract.");

    public static Problem ContractExtensionTooLate(DateOnly ends) =>
        new("CONTRACT_EXTENSION_TOO_LATE", $"The term was over on {ends:yyyy-MM-dd} when the extension was signed.", "signed_on", "Register a new contract.");

    public static Problem ContractTransferToSame() =>
        new("CONTRACT_TRANSFER_TO_SAME", "Employer and job order are those of the contract.", "employer_id", "Amend the contract instead.");

    public static Problem ContractTransferOutsideTerm() =>
        new("CONTRACT_TRANSFER_OUTSIDE_TERM", "The day is not within the term of the contract that ends.", "from", "Register a new contract for days after it.");

    public static Problem ContractNeverBeganByOfficer() =>
        new("CONTRACT_NEVER_BEGAN_BY_OFFICER", "The first day of work has come.", "reason", "End it with the day and reason of its end; that the work never began is for an officer to record.");

    public static Problem ContractEndedByTransferOnly() =>
        new("CONTRACT_ENDED_BY_TRANSFER_ONLY", "A contract ends so by TransferContract only.", "reason", "Call TransferContract, or send another reason.");

    public static Problem ContractHashDiffers() =>
        new("CONTRACT_HASH_DIFFERS", "What was signed is not the registered text: the hash is another one.", "contract_hash", "Compare both texts; do not sign before they agree.");

    public static Problem ContractSignedAlready() =>
        new("CONTRACT_SIGNED_ALREADY", "That party has signed this version.", "party", "Nothing needs to be done.");

    public static Problem ContractSignedForOthers() =>
        new("CONTRACT_SIGNED_FOR_OTHERS", "A worker signs as the worker only.", "party", "Sign as the worker; others record their own signature.");

    public static Problem ContractAgencyNotParty() =>
        new("CONTRACT_AGENCY_NOT_PARTY", "No agency is party to the contract.", "party", "Worker and employer sign it.");

    public static Problem ContractSignatoryMissing() =>
        new("CONTRACT_SIGNATORY_MISSING", "Who signed for the employer or the agency is not said.", "signatory", "Send the name of the person who signed.");

    public static Problem ContractWitnessMissing() =>
        new("CONTRACT_WITNESS_MISSING", "A thumbprint needs somebody who saw it.", "witness", "Send the name of the witness.");

    public static Problem ContractDocumentLanguage(string field) =>
        new("CONTRACT_DOCUMENT_LANGUAGE", $"{field} is not among the languages of the contract.", field, "Name the language in languages, too.");

    public static Problem ContractDocumentTwice() =>
        new("CONTRACT_DOCUMENT_TWICE", "One language has two files.", "documents", "Send one file for each language.");

    public static Problem HashMalformed(string field) =>
        new("HASH_MALFORMED", $"{field} is not a SHA-256 in lower-case hexadecimal.", field, "Send 64 characters of 0-9 and a-f.");

    public static Problem ContractHeldByOther(string country) =>
        new("CONTRACT_HELD_BY_OTHER", $"The contract is not held by {country}, for which the list is taken.", "agency_id", "Send it in a list of the country that holds it: the agency's, or the country of work.");

    public static Problem ContractWindowTurned() =>
        new("CONTRACT_WINDOW_TURNED", "The last day asked for is before the first.", "until", "Compare both days.");

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
}
