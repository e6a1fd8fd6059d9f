using Gms.Platform;
using Gms.Type.V1;

namespace Gms.DepartureOrientation;

/// <summary>Which roles and services hold which permission of this service.</summary>
static class Permissions
{
    public static PermissionTable Table => new()
    {
        ["curricula.publish"] = [Role.TrainingManager, Role.MinistryOfficer],
        ["curricula.read"] = [Role.TrainingManager, Role.Trainer, Role.MinistryOfficer, Role.AgencyOfficer, Role.Inspector, Role.CivilSocietyOfficer, Role.Worker, Role.Auditor],
        ["institutions.register"] = [Role.TrainingManager, Role.MinistryOfficer],
        ["institutions.accredit"] = [Role.MinistryOfficer],
        ["institutions.read"] = [Role.TrainingManager, Role.Trainer, Role.MinistryOfficer, Role.AgencyOfficer, Role.Inspector, Role.CivilSocietyOfficer, Role.Worker, Role.Auditor],
        ["trainers.certify"] = [Role.TrainingManager, Role.MinistryOfficer],
        ["trainers.read"] = [Role.TrainingManager, Role.Trainer, Role.MinistryOfficer, Role.Inspector],
        ["trainers.withdraw"] = [Role.TrainingManager, Role.MinistryOfficer],
        ["cascade.read"] = [Role.TrainingManager, Role.MinistryOfficer, Role.Inspector],
        ["modules.withdraw"] = [Role.MinistryOfficer],
        ["withdrawals.read"] = [Role.TrainingManager, Role.MinistryOfficer, Role.Inspector],
        ["withdrawals.decide"] = [Role.MinistryOfficer],
        ["trainees.enrol"] = [Role.TrainingManager, Role.Trainer, Role.MinistryOfficer],
        ["trainees.record-attendance"] = [Role.TrainingManager, Role.Trainer],
        ["trainees.read"] = [Role.TrainingManager, Role.Trainer, Role.MinistryOfficer, Role.Inspector],
        ["sessions.plan"] = [Role.TrainingManager],
        ["sessions.read"] = [Role.TrainingManager, Role.Trainer, Role.MinistryOfficer, Role.Inspector],
        ["sessions.find"] = [Role.TrainingManager, Role.Trainer, Role.MinistryOfficer, Role.AgencyOfficer, Role.Inspector, Role.CivilSocietyOfficer, Role.Worker],
        ["sessions.enrol"] = [Role.TrainingManager, Role.Trainer, Role.MinistryOfficer, Role.AgencyOfficer, Role.Worker],
        ["sessions.read-places"] = [Role.TrainingManager, Role.Trainer, Role.MinistryOfficer, Role.AgencyOfficer, Role.Worker],
        ["sessions.record-attendance"] = [Role.TrainingManager, Role.Trainer],
        ["sessions.close"] = [Role.TrainingManager, Role.Trainer],
        ["attendance.show-code"] = [Role.TrainingManager, Role.Trainer],
        // Not the trainer, who would hold both halves of the proof; not the agency, which would send somebody else.
        ["attendance.read-codes"] = [Role.TrainingManager, Role.Worker],
        ["attendance.check-in"] = [Role.TrainingManager, Role.Trainer, Role.Worker],
        ["attendance.import"] = [Role.TrainingManager, Role.Trainer],
        ["imports.read"] = [Role.TrainingManager, Role.Trainer, Role.MinistryOfficer],
        ["assessments.list"] = [Role.TrainingManager, Role.Trainer, Role.MinistryOfficer, Role.Inspector, Role.Worker],
        ["assessments.require"] = [Role.TrainingManager, Role.MinistryOfficer],
        ["assessments.take"] = [Role.TrainingManager, Role.Trainer, Role.Worker],
        ["assessments.read"] = [Role.TrainingManager, Role.Trainer, Role.MinistryOfficer, Role.Worker],
        ["certificates.issue"] = [Role.TrainingManager],
        ["certificates.revoke"] = [Role.TrainingManager, Role.MinistryOfficer],
        ["certificates.read"] = [Role.TrainingManager, Role.Trainer, Role.MinistryOfficer, Role.BorderOfficer, Role.Inspector, Role.Worker],
        ["certificates.check"] = [Role.TrainingManager, Role.Trainer, Role.MinistryOfficer, Role.BorderOfficer, Role.Inspector],
        ["certificates.verify"] = [Grant.ToService("registry", Purpose.DepartureClearance)],
        ["action-plans.write"] = [Role.MinistryOfficer],
        ["action-plans.move"] = [Role.MinistryOfficer, Role.TrainingManager],
        ["action-plans.coach"] = [Role.MinistryOfficer, Role.TrainingManager, Role.CivilSocietyOfficer],
        ["action-plans.read"] = [Role.MinistryOfficer, Role.TrainingManager, Role.CivilSocietyOfficer, Role.Statistician, Role.Auditor],
        ["outreach.read"] = [Role.MinistryOfficer, Role.TrainingManager, Role.CivilSocietyOfficer, Role.Statistician, Role.Auditor],
        ["outreach.read-trainers"] = [Role.MinistryOfficer, Role.TrainingManager],
        ["good-practices.share"] = [Role.MinistryOfficer],
        ["good-practices.read"] = [Role.MinistryOfficer, Role.TrainingManager, Role.CivilSocietyOfficer, Role.Statistician, Role.Auditor],
        ["work-items.read"] = [Role.TrainingManager, Role.MinistryOfficer],
        ["work-items.decide"] = [Role.TrainingManager, Role.MinistryOfficer],
        ["exports.read"] = [Role.TrainingManager, Role.MinistryOfficer, Role.Worker],
    };
}
