using Gms.Platform;

namespace Gms.Reintegration;

/// <summary>Which roles hold which permission of this service.</summary>
static class Permissions
{
    public static PermissionTable Table => new()
    {
        ["cases.open"] = [Role.ReintegrationCounsellor],
        ["cases.read"] = [Role.ReintegrationCounsellor, Role.Worker],
        ["cases.assign"] = [Role.ReintegrationCounsellor, Role.MinistryOfficer],
        ["cases.close"] = [Role.ReintegrationCounsellor],
        ["plans.agree"] = [Role.ReintegrationCounsellor],
        ["plans.read"] = [Role.ReintegrationCounsellor, Role.Worker],
        ["services.read"] = [Role.ReintegrationCounsellor, Role.MinistryOfficer, Role.CivilSocietyOfficer, Role.Worker],
        ["work-items.read"] = [Role.ReintegrationCounsellor, Role.MinistryOfficer],
        ["work-items.decide"] = [Role.ReintegrationCounsellor, Role.MinistryOfficer],
        ["exports.read"] = [Role.ReintegrationCounsellor, Role.Worker],
    };
}
