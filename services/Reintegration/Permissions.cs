using Gms.Platform;
using Gms.Type.V1;

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
        ["cases.triage"] = [Role.ReintegrationCounsellor],
        ["questionnaires.read"] = [Role.ReintegrationCounsellor, Role.Worker],
        ["assessments.save"] = [Role.ReintegrationCounsellor, Role.Worker],
        ["assessments.read"] = [Role.ReintegrationCounsellor, Role.Worker],
        ["partners.register"] = [Role.MinistryOfficer, Role.ReintegrationCounsellor],
        ["partners.read"] = [Role.MinistryOfficer, Role.ReintegrationCounsellor, Role.Worker],
        ["referrals.send"] = [Role.ReintegrationCounsellor],
        ["referrals.answer"] = [Role.PartnerOfficer],
        ["referrals.revoke"] = [Role.ReintegrationCounsellor, Role.Worker],
        ["referrals.read"] = [Role.ReintegrationCounsellor, Role.PartnerOfficer, Role.Worker],
        ["budgets.set"] = [Role.MinistryOfficer],
        ["budgets.read"] = [Role.MinistryOfficer, Role.ReintegrationCounsellor],
        ["grants.ask"] = [Role.ReintegrationCounsellor],
        ["grants.decide"] = [Role.ReintegrationCounsellor, Role.MinistryOfficer],
        ["grants.pay"] = [Role.ReintegrationCounsellor, Role.MinistryOfficer],
        ["grants.read"] = [Role.ReintegrationCounsellor, Role.MinistryOfficer, Role.Worker],
        ["claims.open"] = [Role.ReintegrationCounsellor],
        ["claims.move"] = [Role.ReintegrationCounsellor],
        ["claims.read"] = [Role.ReintegrationCounsellor, Role.Worker],
        ["skills.record"] = [Role.ReintegrationCounsellor, Role.Worker],
        ["skills.read"] = [Role.ReintegrationCounsellor, Role.Worker],
        ["follow-ups.record"] = [Role.ReintegrationCounsellor],
        ["follow-ups.read"] = [Role.ReintegrationCounsellor, Role.Worker],
        ["follow-ups.list-due"] = [Role.ReintegrationCounsellor],
        ["outcomes.count"] = [Role.Statistician, Role.MinistryOfficer, Role.ReintegrationCounsellor, Grant.ToService("departure-orientation", Purpose.Statistics)],
        ["services.read"] = [Role.ReintegrationCounsellor, Role.MinistryOfficer, Role.CivilSocietyOfficer, Role.Worker],
        ["work-items.read"] = [Role.ReintegrationCounsellor, Role.MinistryOfficer],
        ["work-items.decide"] = [Role.ReintegrationCounsellor, Role.MinistryOfficer],
        ["exports.read"] = [Role.ReintegrationCounsellor, Role.Worker],
    };
}
