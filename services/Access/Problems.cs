using Gms.Platform;

namespace Gms.Access;

/// <summary>Every reason for which this service refuses a call. Codes are never reused.</summary>
static class Problems
{
    public static Problem OrganisationIdsTooMany(int most) =>
        new("ORGANISATION_IDS_TOO_MANY", $"More than {most} organisations are asked for at once.", "organisation_ids", $"Ask for at most {most} at once.");

    public static Problem AccountIdsTooMany(int most) =>
        new("ACCOUNT_IDS_TOO_MANY", $"More than {most} accounts are asked for at once.", "account_ids", $"Ask for at most {most} at once.");

    public static Problem OrganisationNotFound() =>
        new("ORGANISATION_NOT_FOUND", "There is no such organisation.", "organisation_id", "Look it up with ListOrganisations.");

    public static Problem OrganisationCountryMissing() =>
        new("ORGANISATION_COUNTRY_MISSING", "Only a regional body is without a country.", "country", "Set the organisation's country.");

    public static Problem OrganisationCountryNotAllowed() =>
        new("ORGANISATION_COUNTRY_NOT_ALLOWED", "A regional body belongs to no single country.", "country", "Leave country empty, or choose another kind.");

    public static Problem OrganisationAgencyMissing() =>
        new("ORGANISATION_AGENCY_MISSING", "An agency's organisation names the agency that it is.", "agency_id", "Set agency_id as Recruitment answered it.");

    public static Problem OrganisationAgencyNotAllowed() =>
        new("ORGANISATION_AGENCY_NOT_ALLOWED", "Only an agency's organisation names an agency.", "agency_id", "Leave agency_id empty, or choose the kind agency.");

    public static Problem OrganisationAgencyTaken() =>
        new("ORGANISATION_AGENCY_TAKEN", "This agency already has its organisation.", "agency_id", "Look it up with ListOrganisations.");

    public static Problem OrganisationNameTaken() =>
        new("ORGANISATION_NAME_TAKEN", "An organisation of this kind, country and name is already there.", "name", "Look it up with ListOrganisations.");

    public static Problem AccountNotFound() =>
        new("ACCOUNT_NOT_FOUND", "There is no such account.", "account_id", "Look it up with ListAccounts.");

    public static Problem AccountNameTaken() =>
        new("ACCOUNT_NAME_TAKEN", "Somebody else signs in under this name.", "name", "Choose another name.");

    public static Problem AccountNameMalformed() =>
        new("ACCOUNT_NAME_MALFORMED", "An account's name has 3 to 64 letters, digits and . - _ @.", "name", "Choose another name.");

    public static Problem AccountRoleMissing() =>
        new("ACCOUNT_ROLE_MISSING", "No role was given.", "roles", "Give at least one role.");

    public static Problem AccountRoleNotAllowed(string role, IEnumerable<string> allowed) =>
        new("ACCOUNT_ROLE_NOT_ALLOWED", $"The role {role} does not fit this organisation.", "roles", $"The roles here are: {string.Join(", ", allowed)}.");

    public static Problem AccountOwnerUnclear() =>
        new("ACCOUNT_OWNER_UNCLEAR", "An account belongs either to an organisation or to one worker.", "organisation_id", "Set organisation_id or worker_number, not both.");

    public static Problem AccountWorkerHasOne() =>
        new("ACCOUNT_WORKER_HAS_ONE", "This worker already has an account.", "worker_number", "Reset the password of that account.");

    public static Problem AccountOwnRoles() =>
        new("ACCOUNT_OWN_ROLES", "Nobody sets the own roles.", "account_id", "Ask another administrator.");

    public static Problem AccountOwnLock() =>
        new("ACCOUNT_OWN_LOCK", "Nobody locks the own account.", "account_id", "Ask another administrator.");

    public static Problem AdministratorThere() =>
        new("ADMINISTRATOR_THERE", "There is an administrator already.", Remedy: "Sign in as that administrator to make another account; this verb only makes the first one.");

    public static Problem AccountOwnSecondFactor() =>
        new("ACCOUNT_OWN_SECOND_FACTOR", "Nobody takes the own second factor away.", "account_id", "Set it up anew on the page of your sign-in, with a recovery code where the telephone is lost; or ask another administrator.");

    public static Problem AccountSecondFactorNone() =>
        new("ACCOUNT_SECOND_FACTOR_NONE", "This account has no second factor.", "account_id", "Nothing is to be done.");

    public static Problem AccountPasswordWrong() =>
        new("ACCOUNT_PASSWORD_WRONG", "The current password is not right, or the account is locked.", "current_password", "Try again; after five wrong ones the account is locked for 15 minutes.");

    public static Problem AccountPasswordWeak() =>
        new("ACCOUNT_PASSWORD_WEAK", "A password has 12 to 128 characters, does not hold the account's name and is not the former one.", "new_password", "Choose several words that do not belong together.");

    public static Problem AccountIsNoPerson() =>
        new("ACCOUNT_IS_NO_PERSON", "The caller is a program and has no password.", Remedy: "Sign in as a person.");

    public static Problem SignInCodeWorkerNotFound() =>
        new("SIGN_IN_CODE_WORKER_NOT_FOUND", "There is no worker with this number.", "worker_number", "Look at the worker's card, or find the worker by a document.");

    public static Problem SignInCodesTooMany(int most) =>
        new("SIGN_IN_CODES_TOO_MANY", $"{most} codes were printed for this worker within a day.", "worker_number", "Let the worker use the last one, or wait until tomorrow.");

    public static Problem ClientNotFound() =>
        new("CLIENT_NOT_FOUND", "There is no such client.", "client_id", "Look it up with ListClients.");

    public static Problem ClientWithdrawn() =>
        new("CLIENT_WITHDRAWN", "The client was withdrawn for good.", "client_id", "Register another one.");
}
