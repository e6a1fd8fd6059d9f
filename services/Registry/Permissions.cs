using Gms.Platform;
using Gms.Type.V1;

namespace Gms.Registry;

/// <summary>Who holds each permission of the Registry.</summary>
static class Permissions
{
    public static PermissionTable Table => new()
    {
        ["workers.enrol"] = [Role.MinistryOfficer],
        ["corrections.propose"] = [Role.MinistryOfficer, Role.Worker],
        ["corrections.decide"] = [Role.MinistryOfficer],
        ["corrections.read"] = [Role.MinistryOfficer, Role.Worker],
        ["workers.import"] = [Role.MinistryOfficer],
        ["imports.read"] = [Role.MinistryOfficer, Role.BorderOfficer],
        ["exports.read"] = [Role.MinistryOfficer, Role.AgencyOfficer, Role.Worker],
        // The last three only for what they do, and then with the worker's consent (Data/purposes.json).
        ["workers.read"] = [Role.MinistryOfficer, Role.BorderOfficer, Role.Worker, Grant.ToRole(Role.AgencyOfficer, Purpose.Recruitment), Grant.ToRole(Role.CivilSocietyOfficer, Purpose.Complaint), Grant.ToRole(Role.ReintegrationCounsellor, Purpose.Reintegration)],
        ["workers.confirm"] = [Grant.ToService("recruitment", Purpose.Unspecified), Grant.ToService("social-security", Purpose.Unspecified), Grant.ToService("departure-orientation", Purpose.Unspecified), Grant.ToService("reintegration", Purpose.Unspecified), Grant.ToService("access", Purpose.OwnRecord)],
        ["workers.reach"] = [Grant.ToService("access", Purpose.OwnRecord)],
        ["workers.update-contacts"] = [Role.MinistryOfficer, Role.Worker],
        ["documents.write"] = [Role.MinistryOfficer],
        ["documents.read"] = [Role.MinistryOfficer, Role.BorderOfficer, Role.Worker],
        ["documents.reveal"] = [Role.MinistryOfficer, Role.BorderOfficer],
        ["documents.find"] = [Role.MinistryOfficer, Role.BorderOfficer],
        ["documents.read-mrz"] = [Role.MinistryOfficer, Role.BorderOfficer],
        ["duplicates.find"] = [Role.MinistryOfficer],
        ["duplicates.decide"] = [Role.MinistryOfficer],
        ["departures.register"] = [Role.MinistryOfficer, Role.AgencyOfficer],
        ["departures.read"] = [Role.MinistryOfficer, Role.AgencyOfficer, Role.BorderOfficer, Role.Worker],
        ["departures.list"] = [Role.MinistryOfficer],
        ["departures.draft"] = [Role.MinistryOfficer],
        ["queues.read"] = [Role.MinistryOfficer],
        ["departures.list-open"] = [Grant.ToService("departure-orientation", Purpose.Orientation)],
        ["departures.decide"] = [Role.MinistryOfficer],
        ["departures.appeal"] = [Role.Worker, Role.AgencyOfficer],
        ["passes.read"] = [Role.MinistryOfficer, Role.AgencyOfficer, Role.Worker],
        ["passes.verify"] = [Role.BorderOfficer, Role.MinistryOfficer],
        ["passes.revoke"] = [Role.MinistryOfficer],
        ["passes.keys"] = [Role.Administrator],
        ["crossings.record"] = [Role.BorderOfficer],
        ["crossings.report"] = [Role.Worker],
        ["crossings.import"] = [Role.BorderOfficer, Role.MinistryOfficer],
        ["crossings.read"] = [Role.MinistryOfficer, Role.BorderOfficer, Role.ReintegrationCounsellor, Role.Worker],
        ["stays.record"] = [Role.MinistryOfficer],
        ["stays.read"] = [Role.MinistryOfficer, Role.ReintegrationCounsellor, Role.Worker],
        ["distress.raise"] = [Role.Worker, Role.CivilSocietyOfficer, Role.MinistryOfficer, Role.BorderOfficer, Role.ReintegrationCounsellor],
        ["distress.answer"] = [Role.MinistryOfficer],
        ["distress.read"] = [Role.MinistryOfficer, Role.CivilSocietyOfficer, Role.Worker],
        ["returns.record"] = [Role.MinistryOfficer, Role.BorderOfficer, Role.ReintegrationCounsellor],
        ["returns.import"] = [Role.MinistryOfficer, Role.BorderOfficer],
        ["returns.read"] = [Role.MinistryOfficer, Role.ReintegrationCounsellor, Role.Worker, Grant.ToService("reintegration", Purpose.Reintegration)],
        ["journeys.read"] = [Role.MinistryOfficer, Role.ReintegrationCounsellor, Role.Worker],
        ["journeys.rebuild"] = [Role.Administrator],
        ["merges.merge"] = [Role.MinistryOfficer],
        ["merges.read"] = [Role.MinistryOfficer, Role.Worker],
        ["work-items.read"] = [Role.MinistryOfficer],
        ["work-items.decide"] = [Role.MinistryOfficer],
        ["disclosures.list"] = [Role.Worker, Role.MinistryOfficer],
        // Not the agency: whoever asks for work cannot freely refuse it.
        ["consents.record"] = [Role.Worker, Role.MinistryOfficer, Role.CivilSocietyOfficer, Role.ReintegrationCounsellor],
        ["consents.withdraw"] = [Role.Worker, Role.MinistryOfficer, Role.CivilSocietyOfficer, Role.ReintegrationCounsellor],
        ["consents.read"] = [Role.Worker, Role.MinistryOfficer, Role.CivilSocietyOfficer, Role.ReintegrationCounsellor],
        ["statistics.read"] = [Role.Statistician, Role.MinistryOfficer],
        ["statistics.count-cohort"] = [Grant.ToService("departure-orientation", Purpose.Statistics)],
        ["statistics.rebuild"] = [Role.Administrator],
        ["erasures.request"] = [Role.MinistryOfficer, Role.Worker],
        ["erasures.decide"] = [Role.MinistryOfficer],
        ["erasures.read"] = [Role.MinistryOfficer],
    };
}
