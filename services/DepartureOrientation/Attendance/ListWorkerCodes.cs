using Gms.DepartureOrientation.Sessions;
using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Attendance;

partial class AttendanceService
{
    public override async Task<Proto.ListWorkerCodesResponse> ListWorkerCodes(Proto.ListWorkerCodesRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var session = await Find(Read.Id(request.SessionId, "session_id"), number, cancel);
        var enrolment = await Place(session.Id, number, cancel);

        Refuse.IfAny(ToHaveCodes(session, enrolment));

        var used = await db.UsedCodes.Where(u => u.EnrolmentId == enrolment!.Id && u.Batch == enrolment.CodeBatch).Select(u => u.Serial).ToListAsync(cancel);
        call.Disclose(enrolment!.WorkerNumber, "attendance_codes");
        return new()
        {
            Batch = enrolment.CodeBatch,
            WorkerCodes = { Enumerable.Range(1, terms.CodesInABatch).Except(used).Select(serial => codes.OfWorker(enrolment.Id, enrolment.CodeBatch, serial)) },
        };
    }

    static IEnumerable<Problem> ToHaveCodes(Session session, Enrolment? enrolment)
    {
        foreach (var problem in SessionRules.IsOpen(session))
            yield return problem;
        if (session.Mode == SessionMode.Online)
            yield return AttendanceProblems.AttendanceOnline();
        if (enrolment is null)
            yield return Problems.AttendanceNotEnrolled();
    }
}
