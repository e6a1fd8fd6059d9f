using Gms.Platform;
using Gms.Type.V1;

namespace Gms.Recruitment;

/// <summary>Who holds each permission of Recruitment. An agency officer reaches the own agency only; a worker the own record.</summary>
static class Permissions
{
    public static PermissionTable Table => new()
    {
        ["agencies.register"] = [Role.LicensingOfficer, Role.MinistryOfficer],
        ["agencies.license"] = [Role.LicensingOfficer],
        ["agencies.suspend"] = [Role.LicensingOfficer],
        ["agencies.reinstate"] = [Role.LicensingOfficer],
        ["agencies.read"] = [Role.LicensingOfficer, Role.MinistryOfficer, Role.Inspector, Role.AgencyOfficer],
        ["agencies.list"] = [Role.LicensingOfficer, Role.MinistryOfficer, Role.Inspector],
        ["employers.register"] = [Role.MinistryOfficer],
        ["employers.read"] = [Role.MinistryOfficer, Role.LicensingOfficer, Role.Inspector, Role.AgencyOfficer],
        ["job-orders.register"] = [Role.AgencyOfficer, Role.MinistryOfficer],
        ["job-orders.attest"] = [Role.MinistryOfficer],
        ["job-orders.read"] = [Role.AgencyOfficer, Role.MinistryOfficer, Role.LicensingOfficer, Role.Inspector],
        ["contracts.register"] = [Role.AgencyOfficer, Role.MinistryOfficer],
        ["contracts.end"] = [Role.AgencyOfficer, Role.MinistryOfficer],
        // Not the agency: the worker speaks without it.
        ["declarations.record"] = [Role.Worker, Role.CivilSocietyOfficer, Role.MinistryOfficer, Role.Inspector],
        ["contracts.read"] = [Role.AgencyOfficer, Role.MinistryOfficer, Role.Inspector, Role.Worker, Grant.ToService("registry", Purpose.Reintegration)],
        // Not the agency: it is what is compared.
        ["contracts.compare"] = [Role.BorderOfficer, Role.MinistryOfficer, Role.Inspector, Role.CivilSocietyOfficer, Role.Worker],
        ["complaints.open"] = [Role.Worker, Role.CivilSocietyOfficer, Role.MinistryOfficer, Role.Inspector, Grant.ToService("social-security", Purpose.Complaint)],
        ["complaints.read"] = [Role.Worker, Role.CivilSocietyOfficer, Role.MinistryOfficer, Role.Inspector],
        ["costs.record"] = [Role.AgencyOfficer, Role.MinistryOfficer, Role.Inspector, Role.CivilSocietyOfficer, Role.Worker],
        ["costs.read"] = [Role.AgencyOfficer, Role.MinistryOfficer, Role.Inspector, Role.Worker],
        ["compliance.verify"] = [Role.AgencyOfficer, Role.MinistryOfficer, Role.LicensingOfficer, Role.Inspector, Role.Worker, Grant.ToService("registry", Purpose.DepartureClearance)],
        ["work-items.read"] = [Role.MinistryOfficer, Role.Inspector],
        ["work-items.decide"] = [Role.MinistryOfficer],
        ["exports.read"] = [Role.MinistryOfficer, Role.LicensingOfficer, Role.AgencyOfficer, Role.Worker],
    };
}
