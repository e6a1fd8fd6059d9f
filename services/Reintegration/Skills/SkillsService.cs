using Gms.Platform;
using Gms.Reintegration.Cases;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Skills;

/// <summary>The calls of protos/gms/reintegration/v1/skills.proto, one file each in this folder. Recognition and work are asked of a partner by referral.</summary>
public sealed partial class SkillsService(ReintegrationDb db, Call call, TimeProvider clock, CaseWords words) : Proto.Skills.SkillsBase;
