using Gms.Platform;
using Grpc.Core;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Attendance;

partial class AttendanceService
{
    public override async Task<Proto.RenewWorkerCodesResponse> RenewWorkerCodes(Proto.RenewWorkerCodesRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var session = await Find(Read.Id(request.SessionId, "session_id"), number, cancel);
        var enrolment = await Place(session.Id, number, cancel);

        Refuse.IfAny(ToHaveCodes(session, enrolment));

        enrolment!.RenewCodes();
        call.Disclose(enrolment.WorkerNumber, "attendance_codes");
        return await db.Commit(new Proto.RenewWorkerCodesResponse { Batch = enrolment.CodeBatch }, cancel);
    }
}
