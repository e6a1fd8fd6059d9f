using Gms.Platform;

namespace Gms.Reintegration;

/// <summary>Every reason for which this service refuses a call. Codes are never reused.</summary>
static partial class Problems
{
    public static Problem CaseNotFound() =>
        new("CASE_NOT_FOUND", "There is no such case among those you may see.", "case_id", "List the cases and send an id from there.");

    public static Problem CaseWorkerUnknown() =>
        new("CASE_WORKER_UNKNOWN", "The registry knows no worker of that number.", "worker_number", "Compare the number with the worker's paper, or enrol the worker in the registry first.");

    public static Problem CaseReturnInFuture() =>
        new("CASE_RETURN_IN_FUTURE", "The day of return is still to come.", "returned_on", "Open the case on the day of return or later, or record the worker's consent to a case before it.");

    public static Problem CaseFromSameCountry() =>
        new("CASE_FROM_SAME_COUNTRY", "The country left is the one returned to.", "from", "Send the country in which the worker was.");

    public static Problem CaseAlreadyOpen() =>
        new("CASE_ALREADY_OPEN", "The worker has an open case in this country.", "worker_number", "List the worker's cases and go on with that one.");

    public static Problem CaseNotAssigned() =>
        new("CASE_NOT_ASSIGNED", "No counsellor has the case.", "case_id", "Assign a counsellor first.");

    public static Problem CaseClosed() =>
        new("CASE_CLOSED", "The case is closed.", "case_id", "Open another case when the worker returned again, or reopen this one with a reason.");

    public static Problem CaseNotClosed() =>
        new("CASE_NOT_CLOSED", "The case is open.", "case_id", "Go on with it as it is.");

    public static Problem CaseChangedMeanwhile() =>
        new("CASE_CHANGED_MEANWHILE", "Somebody took the same step in this case just now. Nothing was written.", "case_id", "Read the case and go on from where it stands.");

    public static Problem CaseBeforeReturn() =>
        new("CASE_BEFORE_RETURN", "The worker has not come back yet.", "case_id", "Wait for the return, or open the case anew on the day on which the worker is here.");

    public static Problem CaseConsentInFuture() =>
        new("CASE_CONSENT_IN_FUTURE", "The day of consent is still to come.", "consent.given_on", "Send the day on which consent was given.");

    public static Problem CaseloadFull(int limit) =>
        new("CASELOAD_FULL", $"The counsellor has {limit} open cases, as many as one counsellor takes.", "counsellor", "Choose another counsellor, or close a case first.", "casework.json caseloads; own, unverified");

    public static Problem CaseSignNotFound() =>
        new("CASE_SIGN_NOT_FOUND", "The case has no such sign that still counts.", "sign_id", "Read the case and send an id from there.");

    public static Problem CaseErased() =>
        new("CASE_ERASED", "What was told of this person was erased, and nothing more is written.", "case_id", "Close the case.");

    public static Problem CaseSignCountedOut() =>
        new("CASE_SIGN_COUNTED_OUT", "The sign would not count on any day to come.", "counts_until", "Send the last day on which it counts, or none.");

    public static Problem CaseSignInFuture() =>
        new("CASE_SIGN_IN_FUTURE", "The day is still to come.", "seen_on", "Send the day on which the sign was seen or told.");

    public static Problem CaseSignTwice(string? sign = null) =>
        new("CASE_SIGN_TWICE", sign is null ? "The sign is on record already." : $"{sign} is on record already.", "sign", "Lift the earlier one first when its reason has changed.");

    public static Problem CasePageTokenMalformed() =>
        new("CASE_PAGE_TOKEN_MALFORMED", "This is no page token of ListCases.", "page_token", "Send the token of the page before as it was answered, or none.");

    public static Problem CaseOutcomeWithoutPlan() =>
        new("CASE_OUTCOME_WITHOUT_PLAN", "A worker is called reintegrated only after a plan.", "outcome", "Agree a plan, or choose another outcome.");

    public static Problem PlanNotFound() =>
        new("PLAN_NOT_FOUND", "There is no such plan among those you may see.", "plan_id", "Read the case and send the plan's id from there.");

    public static Problem PlanWithoutConsent() =>
        new("PLAN_WITHOUT_CONSENT", "The worker's consent is missing.", "consent", "Explain the plan in the worker's language and record the consent; without it, record nothing.");

    public static Problem PlanConsentInFuture() =>
        new("PLAN_CONSENT_IN_FUTURE", "The day of consent is still to come.", "consent.given_on", "Send the day on which consent was given.");

    public static Problem PlanEndsBeforeStart(int index) =>
        new("PLAN_ENDS_BEFORE_START", "The service would end before it starts.", $"items[{index}].ends_on", "Send a last day that is not before the first.");

    public static Problem PlanStartsBeforeReturn(int index) =>
        new("PLAN_STARTS_BEFORE_RETURN", "The service would start before the worker came back.", $"items[{index}].starts_on", "Start on the day of return or later.");

    public static Problem PlanCurrenciesMixed(int index) =>
        new("PLAN_CURRENCIES_MIXED", "The item's budget is in another currency than the first one's.", $"items[{index}].budget.currency", "Budget the whole plan in one currency.");

    public static Problem PlanProgrammeOtherCountry(int index, string programme) =>
        new("PLAN_PROGRAMME_OTHER_COUNTRY", $"{programme} is another country's programme.", $"items[{index}].programme", "Choose a programme that ListServices answers.");

    public static Problem PlanProgrammeNotInForce(int index, string programme, string source) =>
        new("PLAN_PROGRAMME_NOT_IN_FORCE", $"{programme} is not in force when the service starts.", $"items[{index}].programme", "Start later, or choose another programme.", source);

    public static Problem PlanProgrammeOtherService(int index, string programme, string source) =>
        new("PLAN_PROGRAMME_OTHER_SERVICE", $"{programme} does not give this service.", $"items[{index}].service", "Leave the programme out, or choose another.", source);

    public static Problem PlanAgreedMeanwhile() =>
        new("PLAN_AGREED_MEANWHILE", "Another plan of this case was recorded just now. Nothing was written.", "case_id", "Read that plan and agree anew if it is still needed.");
}
