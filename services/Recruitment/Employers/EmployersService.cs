using Gms.Platform;
using Gms.Recruitment.Reference;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Employers;

/// <summary>The calls of protos/gms/recruitment/v1/employers.proto, one file each in this folder.</summary>
public sealed partial class EmployersService(RecruitmentDb db, Call call, RecruitmentReference reference, TimeProvider clock) : Proto.Employers.EmployersBase;
