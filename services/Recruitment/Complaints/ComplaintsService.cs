using Gms.Platform;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Complaints;

/// <summary>The calls of protos/gms/recruitment/v1/complaints.proto, one file each in this folder.</summary>
public sealed partial class ComplaintsService(RecruitmentDb db, Call call, ComplaintDesk desk, ComplaintDeadlines deadlines, IPeers peers, TimeProvider clock) : Proto.Complaints.ComplaintsBase;
