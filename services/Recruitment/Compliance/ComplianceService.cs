using Gms.Platform;
using Gms.Recruitment.Reference;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Compliance;

/// <summary>The calls of protos/gms/recruitment/v1/compliance.proto, one file each in this folder.</summary>
public sealed partial class ComplianceService(RecruitmentDb db, Call call, RecruitmentReference reference, TimeProvider clock) : Proto.Compliance.ComplianceBase;
