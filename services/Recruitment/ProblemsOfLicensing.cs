using Gms.Platform;
using Gms.Recruitment.Agencies;
using Gms.Recruitment.Licences;
using Gms.Recruitment.Reference;

namespace Gms.Recruitment;

/// <summary>Why calls about agencies, their licences and those who act for them are refused.</summary>
static partial class Problems
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

    /// <param name="field">By what it was asked for.</param>
    public static Problem LicenceNotFound(string field = "licence_id") =>
        new("LICENCE_NOT_FOUND", "There is no such licence or agency.", field, "Compare the number with the licence; an agency that is not here may not recruit.");

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

    public static Problem LicenceApplicationNotFound() =>
        new("LICENCE_APPLICATION_NOT_FOUND", "There is no such application among those you may see.", "application_id", "Use an id that ApplyForLicence or ListApplications answered.");

    public static Problem LicenceApplicationDecided(ApplicationStatus status) =>
        new("LICENCE_APPLICATION_DECIDED", $"The application is {status.ToString().ToLowerInvariant()} already.", "application_id", "A refused application is followed by another one.");

    public static Problem LicenceApplicationWaits() =>
        new("LICENCE_APPLICATION_WAITS", "An application of the agency waits for its decision.", "agency_id", "Decide it by GrantLicence or RefuseLicence: what was applied for is weighed there, and nobody decides the own one.");

    public static Problem LicenceApplicationOpen() =>
        new("LICENCE_APPLICATION_OPEN", "The agency has another application of that direction that nobody has decided.", "agency_id", "Wait for the decision, or withdraw the other one.");

    public static Problem LicenceOwnApplication() =>
        new("LICENCE_OWN_APPLICATION", "You entered this application yourself.", "application_id", "Another officer decides it.");

    public static Problem LicenceCapitalTooLow(Money least, RuleSource rule) =>
        new("LICENCE_CAPITAL_TOO_LOW", $"The capital is below {least.Show()}.", "capital", "Apply when the whole capital is paid up.", $"{rule.Rule}: {rule.Text}");

    public static Problem LicenceNotRenewable(LicenceState state) =>
        new("LICENCE_NOT_RENEWABLE", $"The licence cannot be renewed: it is {Words(state)}.", "renews_licence_id", "Have a suspension ended first; apply for a first licence where it is over or revoked.");

    public static Problem LicenceWithoutEnd() =>
        new("LICENCE_WITHOUT_END", "The licence has no end that a renewal could follow.", "renews_licence_id", "Nothing needs to be done.");

    public static Problem LicenceRenewalOtherDirection() =>
        new("LICENCE_RENEWAL_OTHER_DIRECTION", "The licence to be renewed is of the other direction.", "direction", "Send the direction of that licence, or apply for a first one.");

    public static Problem LicenceRenewalNotNext(DateOnly? ends) =>
        new("LICENCE_RENEWAL_NOT_NEXT", $"The renewal begins before the licence renewed has ended{(ends is { } day ? $" on {day:yyyy-MM-dd}" : "")}.", "valid_from", "Begin on the day after it ends.");

    public static Problem LicenceRenewedAlready() =>
        new("LICENCE_RENEWED_ALREADY", "That licence was renewed already.", "renews_licence_id", "Renew the licence that followed it.");

    public static Problem LicenceCountryNotAppliedFor(string country) =>
        new("LICENCE_COUNTRY_NOT_APPLIED_FOR", $"The agency did not apply for {country}.", "countries", "Grant of what was applied for; another country needs another application.");

    public static Problem LicenceRevocationInPast() =>
        new("LICENCE_REVOCATION_IN_PAST", "A licence cannot be revoked from a day before today: contracts were registered in good faith.", "from", "Revoke it from today on.");

    public static Problem LicenceAlreadyRevoked() =>
        new("LICENCE_ALREADY_REVOKED", "The licence is revoked.", "licence_id", "Nothing needs to be done; the agency may apply for another one.");

    static string Words(LicenceState state) => state switch
    {
        LicenceState.Valid => "valid",
        LicenceState.NotYetValid => "not yet valid",
        LicenceState.Suspended => "suspended",
        LicenceState.Expired => "over",
        LicenceState.Revoked => "revoked",
    };

    public static Problem RepresentativeNotFound() =>
        new("REPRESENTATIVE_NOT_FOUND", "There is no such representative among those you may see.", "representative_id", "Use an id that ListRepresentatives answered.");

    public static Problem RepresentativeEndsBeforeStart() =>
        new("REPRESENTATIVE_ENDS_BEFORE_START", "The last day is before the first.", "last_day", "Compare both days.");

    public static Problem RepresentativeEndedAlready() =>
        new("REPRESENTATIVE_ENDED_ALREADY", "The representative ends on that day or before already.", "representative_id", "Nothing needs to be done.");

    public static Problem RepresentativeNumberMissing() =>
        new("REPRESENTATIVE_NUMBER_MISSING", "A sub-agent has no number by which it could be told from another.", "registration_number", "Send the number in the business register or on its card.");

    public static Problem RepresentativeRegisteredAlready() =>
        new("REPRESENTATIVE_REGISTERED_ALREADY", "The agency has that representative on some of those days.", "registration_number", "Begin on the day after the other entry ends.");

    public static Problem RepresentativeAbroad() =>
        new("REPRESENTATIVE_ABROAD", "It acts in another country than the agency's, and is no office abroad.", "country", "Leave the country empty, or register it as an office abroad.");

    public static Problem SubAgentsNotAllowed(RuleSource rule) =>
        new("SUB_AGENTS_NOT_ALLOWED", "The agency's country allows no sub-agents.", "kind", "The agency recruits by itself and its branches.", $"{rule.Rule}: {rule.Text}");

    public static Problem SubAgentOfOtherAgency() =>
        new("SUB_AGENT_OF_OTHER_AGENCY", "The sub-agent is tied to another agency on some of those days, and may act for one only.", "registration_number", "End the other entry first, or begin after it.");
}
