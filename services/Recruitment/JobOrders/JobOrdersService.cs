using Gms.Platform;
using Gms.Recruitment.Reference;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.JobOrders;

/// <summary>The calls of protos/gms/recruitment/v1/job_orders.proto, one file each in this folder.</summary>
public sealed partial class JobOrdersService(RecruitmentDb db, Call call, RecruitmentReference reference, TimeProvider clock) : Proto.JobOrders.JobOrdersBase;
