using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Attendance;

partial class AttendanceService
{
    public override async Task<Proto.FinishModuleResponse> FinishModule(Proto.FinishModuleRequest request, ServerCallContext context)
    {
        var (cancel, now) = (context.CancellationToken, clock.GetUtcNow());
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var code = Read.Text(request.ModuleCode, "module_code", 40);
        var session = await Find(Read.Id(request.SessionId, "session_id"), number, cancel);
        await LockWorker(number, cancel);
        var enrolment = await Place(session.Id, number, cancel);
        var module = ModuleOf(session, code);
        var begun = enrolment is null || module is null ? null : await db.ModuleVisits.SingleOrDefaultAsync(m => m.EnrolmentId == enrolment.Id && m.ModuleId == module.Id, cancel);

        Refuse.IfAny(VisitRules.ToFinish(session, enrolment, module, begun, now));

        // A module left open all night counts as long as it takes.
        begun!.Finish(now, Math.Min(module!.Minutes, (int)(now - begun.StartedAt).TotalMinutes));
        await Count(session, enrolment!, now.DayIn(session.Country), begun.Minutes, cancel);
        call.Disclose(enrolment!.WorkerNumber, "attendance");
        return await db.Commit(new Proto.FinishModuleResponse { Minutes = begun.Minutes, TotalMinutes = enrolment.Minutes, ShareReached = enrolment.Minutes >= session.Curriculum.MinutesNeeded }, cancel);
    }
}
