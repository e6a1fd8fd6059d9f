using Gms.Platform;

namespace Gms.Access.Organisations;

/// <summary>What must hold for an organisation and for the roles of its people and programs. Pure.</summary>
static class OrganisationRules
{
    public static IEnumerable<Problem> ToRegister(OrganisationKind kind, string? country, Guid? agency)
    {
        // Whoever has no country reaches every country: only a regional body may be so.
        if (kind == OrganisationKind.RegionalBody && country is not null)
            yield return Problems.OrganisationCountryNotAllowed();
        if (kind != OrganisationKind.RegionalBody && country is null)
            yield return Problems.OrganisationCountryMissing();

        if (kind == OrganisationKind.Agency && agency is null)
            yield return Problems.OrganisationAgencyMissing();
        if (kind != OrganisationKind.Agency && agency is not null)
            yield return Problems.OrganisationAgencyNotAllowed();
    }

    /// <summary>The roles that an organisation's people and programs can have.</summary>
    public static IReadOnlyList<string> RolesOf(OrganisationKind kind) => kind switch
    {
        OrganisationKind.Ministry => [Role.MinistryOfficer, Role.LicensingOfficer, Role.Inspector, Role.Statistician, Role.Auditor, Role.Administrator],
        OrganisationKind.Agency => [Role.AgencyOfficer, Role.Administrator],
        OrganisationKind.SocialSecurityOffice => [Role.SocialSecurityOfficer],
        OrganisationKind.TrainingInstitution => [Role.TrainingManager, Role.Trainer],
        OrganisationKind.BorderPost => [Role.BorderOfficer],
        OrganisationKind.ReintegrationOffice => [Role.ReintegrationCounsellor],
        OrganisationKind.CivilSociety => [Role.CivilSocietyOfficer],
        OrganisationKind.Partner => [Role.PartnerOfficer],
        OrganisationKind.RegionalBody => [Role.Statistician, Role.Auditor, Role.Administrator],
    };

    public static IEnumerable<Problem> ToGive(IReadOnlyCollection<string> roles, IReadOnlyList<string> allowed)
    {
        if (roles.Count == 0)
            yield return Problems.AccountRoleMissing();
        foreach (var role in roles.Where(role => !allowed.Contains(role)))
            yield return Problems.AccountRoleNotAllowed(role, allowed);
    }
}
