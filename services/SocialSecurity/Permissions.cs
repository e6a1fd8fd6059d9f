using Gms.Platform;
using Gms.Type.V1;

namespace Gms.SocialSecurity;

/// <summary>Who may do what in this service.</summary>
static class Permissions
{
    public static PermissionTable Table => new()
    {
        ["memberships.start"] = [Role.SocialSecurityOfficer],
        ["memberships.end"] = [Role.SocialSecurityOfficer],
        ["memberships.read"] = [Role.SocialSecurityOfficer, Role.Worker],
        ["contributions.post"] = [Role.SocialSecurityOfficer],
        ["contributions.import"] = [Role.SocialSecurityOfficer],
        ["contributions.complain"] = [Role.SocialSecurityOfficer, Role.Worker],
        ["imports.read"] = [Role.SocialSecurityOfficer],
        ["contributions.read"] = [Role.SocialSecurityOfficer, Role.Worker],
        ["coverage.check"] = [Role.SocialSecurityOfficer, Role.Worker, Grant.ToService("registry", Purpose.DepartureClearance)],
        ["coverage.confirm"] = [Role.SocialSecurityOfficer, Role.ReintegrationCounsellor, Role.Worker],
        ["portability.read"] = [Role.SocialSecurityOfficer, Role.Worker, Grant.ToService("registry", Purpose.Reintegration)],
        ["portability.state"] = [Role.SocialSecurityOfficer, Role.Worker],
        ["portability.certify"] = [Role.SocialSecurityOfficer],
        ["portability.verify"] = [Role.SocialSecurityOfficer, Role.ReintegrationCounsellor],
        // The office of the home country and who counsels a returned worker may ask in the worker's name.
        ["portability.claim"] = [Role.SocialSecurityOfficer, Role.Worker, Role.ReintegrationCounsellor],
        ["portability.answer"] = [Role.SocialSecurityOfficer],
        ["work-items.read"] = [Role.SocialSecurityOfficer],
        ["work-items.decide"] = [Role.SocialSecurityOfficer],
        ["exports.read"] = [Role.SocialSecurityOfficer, Role.Worker],
    };
}
