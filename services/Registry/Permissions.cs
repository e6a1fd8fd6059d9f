using Gms.Platform;
using Gms.Type.V1;

namespace Gms.Registry;

/// <summary>Who holds each permission of the Registry.</summary>
static class Permissions
{
    public static PermissionTable Table => new()
    {
        ["workers.enrol"] = [Role.MinistryOfficer],
        ["workers.import"] = [Role.MinistryOfficer],
        ["imports.read"] = [Role.MinistryOfficer],
        ["exports.read"] = [Role.MinistryOfficer, Role.AgencyOfficer, Role.Worker],
        ["workers.read"] = [Role.MinistryOfficer, Role.BorderOfficer, Role.Worker],
        ["workers.confirm"] = [Grant.ToService("recruitment", Purpose.Unspecified), Grant.ToService("social-security", Purpose.Unspecified), Grant.ToService("departure-orientation", Purpose.Unspecified), Grant.ToService("reintegration", Purpose.Unspecified)],
        ["workers.update-contacts"] = [Role.MinistryOfficer, Role.Worker],
        ["documents.write"] = [Role.MinistryOfficer],
        ["documents.read"] = [Role.MinistryOfficer, Role.BorderOfficer, Role.Worker],
        ["documents.reveal"] = [Role.MinistryOfficer, Role.BorderOfficer],
        ["documents.find"] = [Role.MinistryOfficer, Role.BorderOfficer],
        ["documents.read-mrz"] = [Role.MinistryOfficer, Role.BorderOfficer],
        ["departures.register"] = [Role.MinistryOfficer, Role.AgencyOfficer],
        ["departures.read"] = [Role.MinistryOfficer, Role.AgencyOfficer, Role.BorderOfficer, Role.Worker],
        ["departures.list"] = [Role.MinistryOfficer],
        ["departures.decide"] = [Role.MinistryOfficer],
        ["crossings.record"] = [Role.BorderOfficer],
        ["returns.record"] = [Role.MinistryOfficer, Role.BorderOfficer, Role.ReintegrationCounsellor],
        ["journeys.read"] = [Role.MinistryOfficer, Role.ReintegrationCounsellor, Role.Worker],
        ["journeys.rebuild"] = [Role.Administrator],
    };
}
