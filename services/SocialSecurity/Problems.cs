using Gms.Platform;
using Gms.SocialSecurity.Portability;

namespace Gms.SocialSecurity;

/// <summary>Every reason for which this service refuses a call. Codes are never reused.</summary>
static class Problems
{
    public static Problem SchemeNotFound() =>
        new("SCHEME_NOT_FOUND", "There is no such scheme.", "scheme_id", "ListSchemes tells the schemes of each country.");

    public static Problem MembershipNotFound() =>
        new("MEMBERSHIP_NOT_FOUND", "There is no such membership.", "membership_id", "ListMemberships tells the memberships of a worker.");

    public static Problem WorkerUnknown() =>
        new("MEMBERSHIP_WORKER_UNKNOWN", "No worker is enrolled under this number.", "worker_number", "Enrol the worker in Registry first, or compare the number with the paper.");

    public static Problem SchemeNotInOperation(string scheme, string source) =>
        new("MEMBERSHIP_SCHEME_NOT_IN_OPERATION", $"{scheme} is in the law but not in operation.", "scheme_id", "Use a scheme that runs.", source);

    public static Problem BeforeScheme(DateOnly from, string source) =>
        new("MEMBERSHIP_BEFORE_SCHEME", $"The scheme begins on {from:yyyy-MM-dd}.", "from_day", "Begin the membership on that day or later.", source);

    public static Problem CardDays(int months, DateOnly last, string field, string source) =>
        new("MEMBERSHIP_CARD_DAYS", $"The scheme is joined by a card of at most {months} months, here until {last:yyyy-MM-dd}.", field, "Send the last day on the card; a further card is a further membership.", source);

    public static Problem TooFarAhead(DateOnly latest, string field) =>
        new("MEMBERSHIP_TOO_FAR_AHEAD", $"The day lies more than a year ahead (after {latest:yyyy-MM-dd}).", field, "Compare the year with the paper.");

    public static Problem BeforeBirth() =>
        new("MEMBERSHIP_BEFORE_BIRTH", "The membership would begin before the worker was born.", "from_day", "Compare the day and the worker number with the paper.");

    public static Problem AgeOutside(int from, int to, string source) =>
        new("MEMBERSHIP_AGE_OUTSIDE", $"The scheme takes new members from {from} to {to} years of age.", "from_day", "Compare the birth date in Registry with the paper; a scheme for other ages may be open.", source);

    public static Problem EmploymentExcluded(string rule, string source) =>
        new("MEMBERSHIP_EMPLOYMENT_EXCLUDED", $"{rule} So the scheme does not take this employment.", "employment_type", "CheckCoverage tells the schemes that do.", source);

    public static Problem EmployerMissing() =>
        new("MEMBERSHIP_EMPLOYER_MISSING", "The employer enrols in this scheme, and none is named.", "employer", "Send the employer's id in Recruitment or its number at the scheme.");

    public static Problem EndsBeforeStart(string field) =>
        new("MEMBERSHIP_ENDS_BEFORE_START", "The last day lies before the first.", field, "Send a last day on or after the first.");

    public static Problem Overlaps() =>
        new("MEMBERSHIP_OVERLAPS", "The worker is already a member of this scheme through this employer on some of these days.", "from_day", "ListMemberships tells the days; end the earlier membership first.");

    public static Problem OneAtATime(string rule = "The scheme takes one membership on a day.", string source = "") =>
        new("MEMBERSHIP_ONE_AT_A_TIME", $"{rule} The worker is a member on some of these days already.", "from_day", "ListMemberships tells the days; end the earlier membership first.", source);

    public static Problem SchemesApart(string rule = "Nobody is in both schemes on one day.", string other = "another scheme", string source = "") =>
        new("MEMBERSHIP_SCHEMES_APART", $"{rule} The worker is in {other} on some of these days.", "scheme_id", "End the membership of the other scheme first, or begin on the day after it.", source);

    public static Problem FollowsTooLate(string rule, string other, DateOnly last, string source) =>
        new("MEMBERSHIP_FOLLOWS_TOO_LATE", $"{rule} The worker left {other} too long ago: the last day was {last:yyyy-MM-dd}.", "from_day", "Compare the day on which the worker left; otherwise another scheme may be open (CheckCoverage tells them).", source);

    public static Problem GivenUp(string rule, DateOnly lastPaid, string source) =>
        new("MEMBERSHIP_GIVEN_UP", $"{rule} Nothing is recorded as paid since {lastPaid:yyyy-MM}.", "scheme_id", "Compare the payments of the earlier membership; the office that runs the scheme decides on exceptions.", source);

    public static Problem ListSize(int most) =>
        new("COVERAGE_LIST_SIZE", $"A piece of the list names no worker, or more than {most}.", "worker_numbers", $"Send 1 to {most} workers in a piece, and as many pieces as you need.");

    public static Problem MonthsInOrder() =>
        new("MONTHS_IN_ORDER", "The last month lies before the first, or more than 120 months are asked for.", "last_month", "Send at most 120 months, the earlier one first.");

    public static Problem AlreadyEnded(DateOnly last) =>
        new("MEMBERSHIP_ALREADY_ENDED", $"The membership already ended on {last:yyyy-MM-dd}.", "last_day", "Start a new membership if the worker came back.");

    public static Problem MonthsAfterEnd(DateOnly latest) =>
        new("MEMBERSHIP_MONTHS_AFTER_END", $"Contributions are posted up to {latest:yyyy-MM}, after the last day.", "last_day", "Compare the last day with the employer's filing.");

    public static Problem MonthOutside(DateOnly from, DateOnly? to) =>
        new("CONTRIBUTION_MONTH_OUTSIDE", $"The membership does not touch this month: it runs from {from:yyyy-MM-dd} to {(to is { } last ? $"{last:yyyy-MM-dd}" : "no end yet")}.", "month", "Compare the month with the filing, or start the membership that it belongs to.");

    public static Problem MembershipClosed() =>
        new("CONTRIBUTION_MEMBERSHIP_CLOSED", "The membership was recorded in error, or ended before this month while the call ran.", "membership_id", "ListMemberships tells the membership to which the month belongs.");

    public static Problem MonthAhead() =>
        new("CONTRIBUTION_MONTH_AHEAD", "The month has not begun yet in the scheme's country.", "month", "Post it when it has begun.");

    public static Problem ContributionCurrency(string currency, string field) =>
        new("CONTRIBUTION_CURRENCY", $"The scheme counts in {currency}.", field, "Convert at the scheme's official rate of the month.");

    public static Problem WageMissing() =>
        new("CONTRIBUTION_WAGE_MISSING", "The scheme counts the wage, and none was sent.", "wage", "Send the worker's whole wage of the month.");

    public static Problem AboveExpected(long expected, string currency, string field, string source) =>
        new("CONTRIBUTION_ABOVE_EXPECTED", $"More was paid than the {expected} minor units of {currency} due for the month.", field, "Compare wage and amount with the filing; an overpayment belongs to another month or back to the payer.", source);

    public static Problem AlreadyPosted() =>
        new("CONTRIBUTION_ALREADY_POSTED", "This month is already posted for this membership, or for another one through the same employer.", "month", "ListContributions tells what was posted.");

    public static Problem MonthBeforeBirth() =>
        new("CONTRIBUTION_MONTH_BEFORE_BIRTH", "The worker was not born yet in this month.", "month", "Compare the month and the worker number with the filing.");

    public static Problem FilingSchemeAbroad(string country) =>
        new("FILING_SCHEME_ABROAD", $"The scheme is none of {country}, for whose office the filing is taken.", "scheme_id", "Send it to the office of the scheme's country.");

    public static Problem FilingNoMembership() =>
        new("FILING_NO_MEMBERSHIP", "Nobody is a member of this scheme under this worker number.", "worker_number", "Compare the number with the card; start the membership first if the worker is newly hired.");

    public static Problem FilingOtherEmployer() =>
        new("FILING_OTHER_EMPLOYER", "The worker is a member of this scheme, but not through this employer.", "employer", "Compare the employer with the membership (ListMemberships); start a membership if the worker changed employers.");

    public static Problem FilingDiffers(string field) =>
        new("FILING_DIFFERS", "This month is on record, and otherwise than the row says.", field, "Send the row as a correction if the earlier filing was wrong.");

    public static Problem FilingNothingToCorrect(string field) =>
        new("FILING_NOTHING_TO_CORRECT", "The row is a correction, and nothing is on record for this month.", field, "Send it without the mark, or compare the month.");

    public static Problem FilingMonthMalformed() =>
        new("FILING_MONTH_MALFORMED", "month is no month as 2026-01.", "month", "Write the year, a hyphen, and the month with two digits from 01 to 12.");

    public static Problem FilingAmountMalformed(string column) =>
        new("FILING_AMOUNT_MALFORMED", $"{column} is no amount in whole units of the currency.", column, "Write up to 13 digits, and where the currency has minor units a point and one or two digits more; no thousands separators.");

    public static Problem FilingCorrectionMalformed(string field) =>
        new("FILING_CORRECTION_MALFORMED", "correction says neither yes nor no.", field, "Write yes, no, or nothing.");

    public static Problem ArrearsNone() =>
        new("ARREARS_NONE", "Every month of this membership that is due was paid, as far as can be told.", "membership_id", "ListArrears tells each month.");

    public static Problem ArrearsOwedByWorker() =>
        new("ARREARS_OWED_BY_WORKER", "No employer stands in this membership: the worker pays it.", "membership_id", "The scheme's office tells what happens with months that were missed.");

    public static Problem ArrearsComplained() =>
        new("ARREARS_COMPLAINED", "A complaint about these months is open already.", "membership_id", "ListArrears tells the complaint; Complaints.GetComplaint in Recruitment what becomes of it.");

    public static Problem ComplaintRefused(string why) =>
        new("ARREARS_COMPLAINT_REFUSED", $"Recruitment did not take the complaint: {why}", "membership_id", "Open it in Recruitment by Complaints.OpenComplaint.");

    public static Problem ExitCurrency(string currency) =>
        new("EXIT_CURRENCY", $"The scheme counts in {currency}.", "wage", "Send the wage in the scheme's currency.");

    public static Problem StatementNothingToState() =>
        new("STATEMENT_NOTHING_TO_STATE", "No month counts in any scheme of this country yet.", "worker_number", "ListArrears tells what was not paid.");

    public static Problem StatementTooLong() =>
        new("STATEMENT_TOO_LONG", "The periods are too many for one text.", "worker_number", "Ask the office for a statement on paper; ListMemberships tells every month.");

    public static Problem StatementNotTaken(string verdict) =>
        new("STATEMENT_NOT_TAKEN", $"A statement is not taken: {verdict}.", "statements", "VerifyStatement tells what is wrong with it; ask the country that issued it for another.");

    public static Problem StatementOfAnother() =>
        new("STATEMENT_OF_ANOTHER", "A statement is of another worker.", "statements", "Compare the worker number on it.");

    public static Problem StatementsTooMany(int most) =>
        new("STATEMENTS_TOO_MANY", $"More than {most} statements.", "statements", "Send the latest of each country.");

    public static Problem StatementKeyNotOnRecord() =>
        new("STATEMENT_KEY_NOT_ON_RECORD", "The key that would sign is not on the trust list, so nobody could check what it signs.", "country", "Repeat the call later; if it stays so, the keys of Registry and SocialSecurity differ.");

    public static Problem CertificateNotFound() =>
        new("CERTIFICATE_OF_COVERAGE_NOT_FOUND", "There is no such certificate of this worker in this country.", "certificate_id", "Use the certificate_id that CertifyCoverage answered.");

    public static Problem CertificateNotInsured(DateOnly from, DateOnly? to) =>
        new("CERTIFICATE_NOT_INSURED", $"The membership does not hold on all these days: it runs from {from:yyyy-MM-dd} to {(to is { } last ? $"{last:yyyy-MM-dd}" : "no end yet")}.", "from_day", "Certify days within the membership.");

    public static Problem CertificateDays() =>
        new("CERTIFICATE_DAYS", "The last day lies before the first.", "to_day", "Send a last day on or after the first.");

    public static Problem CertificateTooLong(int months, DateOnly last) =>
        new("CERTIFICATE_TOO_LONG", $"A certificate is for at most {months} months, so until {last:yyyy-MM-dd}.", "to_day", "Certify up to that day, and again when it is near.");

    public static Problem CertificateAtHome() =>
        new("CERTIFICATE_AT_HOME", "The host is the country of the scheme itself.", "host", "A certificate is for work in another country.");

    public static Problem PaymentNotFound() =>
        new("PAYMENT_NOT_FOUND", "There is no such request.", "payment_id", "ListPayments tells the requests of a worker.");

    public static Problem PaymentNotAMember() =>
        new("PAYMENT_NOT_A_MEMBER", "The worker was never a member of this scheme.", "scheme_id", "ListMemberships tells the schemes.");

    public static Problem PaymentWithinCountry() =>
        new("PAYMENT_WITHIN_COUNTRY", "The scheme is of that country: no payment abroad is needed.", "pay_in", "Claim at the scheme's office.");

    public static Problem PaymentAskedAlready() =>
        new("PAYMENT_ASKED_ALREADY", "The same is asked for already, and not decided.", "benefit", "ListPayments tells where it stands.");

    public static Problem PaymentStep(PaymentState from, PaymentState to) =>
        new("PAYMENT_STEP", $"A request that is {from} does not become {to}.", "state", "ListPayments tells where it stands.");

    public static Problem PaymentReasonMissing() =>
        new("PAYMENT_REASON_MISSING", "The worker is not told why.", "reply", "Say what is needed, what failed, or why it is refused and what can be done.");

    public static Problem PaymentAmountMissing() =>
        new("PAYMENT_AMOUNT_MISSING", "What was approved is not said.", "amount", "Send the amount in the scheme's currency.");

    public static Problem PaymentAmountNotNow(PaymentState to) =>
        new("PAYMENT_AMOUNT_NOT_NOW", $"An amount is approved, and this step is {to}: it would overwrite what was approved.", "amount", "Send no amount; another amount is another approval.");

    public static Problem PaymentCurrency(string currency) =>
        new("PAYMENT_CURRENCY", $"The scheme pays in {currency}.", "amount", "Send the amount in the scheme's currency; the bank converts it.");
}
