using Gms.Platform;
using Gms.Reintegration.Assessments;
using Gms.Reintegration.Casework;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.FollowUps;

/// <summary>The calls of protos/gms/reintegration/v1/follow_ups.proto, one file each in this folder.</summary>
public sealed partial class FollowUpsService(ReintegrationDb db, Call call, TimeProvider clock, CaseworkRules rules, Questionnaires questionnaires) : Proto.FollowUps.FollowUpsBase
{
    int ReadMonth(int month) => rules.FollowUps.Months.Contains(month) ? month : throw Refuse.Invalid(Problems.FollowUpMonthUnknown(rules.FollowUps.Months));
}
