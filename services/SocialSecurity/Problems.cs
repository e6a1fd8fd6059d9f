using Gms.Platform;

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
        new("CONTRIBUTION_ALREADY_POSTED", "This month is already posted for this membership.", "month", "ListContributions tells what was posted.");
}
