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
        ["agencies.revoke"] = [Role.LicensingOfficer],
        // The agency, or an officer who enters what came on paper; nobody decides the own application.
        ["licences.apply"] = [Role.AgencyOfficer, Role.LicensingOfficer],
        ["licences.read"] = [Role.AgencyOfficer, Role.LicensingOfficer, Role.MinistryOfficer, Role.Inspector],
        ["representatives.register"] = [Role.LicensingOfficer],
        ["representatives.read"] = [Role.LicensingOfficer, Role.MinistryOfficer, Role.Inspector, Role.AgencyOfficer],
        ["agencies.read"] = [Role.LicensingOfficer, Role.MinistryOfficer, Role.Inspector, Role.AgencyOfficer],
        ["agencies.list"] = [Role.LicensingOfficer, Role.MinistryOfficer, Role.Inspector],
        ["employers.register"] = [Role.MinistryOfficer],
        ["employers.accredit"] = [Role.MinistryOfficer],
        ["employers.read"] = [Role.MinistryOfficer, Role.LicensingOfficer, Role.Inspector, Role.AgencyOfficer],
        ["job-orders.register"] = [Role.AgencyOfficer, Role.MinistryOfficer],
        ["job-orders.attest"] = [Role.MinistryOfficer],
        ["job-orders.read"] = [Role.AgencyOfficer, Role.MinistryOfficer, Role.LicensingOfficer, Role.Inspector],
        ["contracts.register"] = [Role.AgencyOfficer, Role.MinistryOfficer],
        ["contracts.import"] = [Role.AgencyOfficer, Role.MinistryOfficer],
        ["contracts.sign"] = [Role.AgencyOfficer, Role.MinistryOfficer, Role.Worker],
        ["contracts.prepare"] = [Role.AgencyOfficer, Role.MinistryOfficer],
        ["contracts.end"] = [Role.AgencyOfficer, Role.MinistryOfficer],
        // Not the agency: the worker speaks without it.
        ["declarations.record"] = [Role.Worker, Role.CivilSocietyOfficer, Role.MinistryOfficer, Role.Inspector],
        ["contracts.read"] = [Role.AgencyOfficer, Role.MinistryOfficer, Role.Inspector, Role.Worker, Grant.ToService("registry", Purpose.Reintegration), Grant.ToService("departure-orientation", Purpose.Orientation)],
        // Not the agency: it is what is compared.
        ["contracts.compare"] = [Role.BorderOfficer, Role.MinistryOfficer, Role.Inspector, Role.CivilSocietyOfficer, Role.Worker],
        ["complaints.open"] = [Role.Worker, Role.CivilSocietyOfficer, Role.MinistryOfficer, Role.Inspector, Grant.ToService("social-security", Purpose.Complaint)],
        ["complaints.read"] = [Role.Worker, Role.CivilSocietyOfficer, Role.MinistryOfficer, Role.Inspector],
        // The agency that is complained about, and nobody for it.
        ["complaints.answer"] = [Role.AgencyOfficer],
        ["complaints.write"] = [Role.Worker, Role.CivilSocietyOfficer, Role.MinistryOfficer, Role.Inspector, Role.AgencyOfficer],
        ["complaints.decide"] = [Role.MinistryOfficer, Role.Inspector],
        // Not the agency: what it says of its own payments is an entry, until somebody else confirms it.
        ["complaints.remedy"] = [Role.Worker, Role.CivilSocietyOfficer, Role.MinistryOfficer, Role.Inspector],
        ["complaints.appeal"] = [Role.Worker, Role.CivilSocietyOfficer, Role.AgencyOfficer],
        ["complaints.withdraw"] = [Role.Worker, Role.CivilSocietyOfficer],
        // What nobody signed: told to those who can look into it.
        ["concerns.read"] = [Role.MinistryOfficer, Role.Inspector],
        ["concerns.answer"] = [Role.MinistryOfficer, Role.Inspector],
        ["declarations.count"] = [Role.Inspector, Role.MinistryOfficer, Role.LicensingOfficer],
        ["inspections.read"] = [Role.Inspector, Role.MinistryOfficer, Role.LicensingOfficer],
        ["inspections.plan"] = [Role.Inspector, Role.MinistryOfficer],
        ["inspections.record"] = [Role.Inspector, Role.MinistryOfficer],
        ["costs.record"] = [Role.AgencyOfficer, Role.MinistryOfficer, Role.Inspector, Role.CivilSocietyOfficer, Role.Worker],
        ["costs.import"] = [Role.AgencyOfficer, Role.MinistryOfficer],
        ["imports.read"] = [Role.AgencyOfficer, Role.MinistryOfficer],
        ["costs.read"] = [Role.AgencyOfficer, Role.MinistryOfficer, Role.Inspector, Role.Worker, Grant.ToService("registry", Purpose.Reintegration)],
        ["compliance.verify"] = [Role.AgencyOfficer, Role.MinistryOfficer, Role.LicensingOfficer, Role.Inspector, Role.Worker, Grant.ToService("registry", Purpose.DepartureClearance)],
        // Open: an agency looks at an employer, a counterpart agency, its own sub-agents. What is told leads to no worker.
        ["compliance.verify-party"] = [Role.AgencyOfficer, Role.MinistryOfficer, Role.LicensingOfficer, Role.Inspector],
        ["verdicts.keep"] = [Role.AgencyOfficer, Role.MinistryOfficer, Role.LicensingOfficer, Role.Inspector],
        ["verdicts.read"] = [Role.AgencyOfficer, Role.MinistryOfficer, Role.LicensingOfficer, Role.Inspector],
        ["statistics.count-cohort"] = [Grant.ToService("departure-orientation", Purpose.Statistics)],
        ["statistics.rebuild"] = [Role.Administrator],
        ["work-items.read"] = [Role.MinistryOfficer, Role.Inspector],
        ["work-items.decide"] = [Role.MinistryOfficer, Role.Inspector],
        ["exports.read"] = [Role.MinistryOfficer, Role.LicensingOfficer, Role.AgencyOfficer, Role.Worker],
    };
}
