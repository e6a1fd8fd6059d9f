using Gms.DepartureOrientation.Curricula;
using Gms.DepartureOrientation.Sessions;
using Gms.Platform;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Attendance;

partial class AttendanceService
{
    public override async Task<Proto.StartModuleResponse> StartModule(Proto.StartModuleRequest request, ServerCallContext context)
    {
        var (cancel, now) = (context.CancellationToken, clock.GetUtcNow());
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var code = Read.Text(request.ModuleCode, "module_code", 40);
        var session = await Find(Read.Id(request.SessionId, "session_id"), number, cancel);
        await LockWorker(number, cancel);
        var enrolment = await Place(session.Id, number, cancel);
        var module = ModuleOf(session, code);

        Refuse.IfAny(VisitRules.ToStart(session, enrolment, module, await IsBusy(number, cancel), now));

        db.Add(new ModuleVisit
        {
            EnrolmentId = enrolment!.Id,
            ModuleId = module!.Id,
            WorkerNumber = enrolment.WorkerNumber,
            StartedAt = now,
            RecordedBy = call.Caller.Account,
        });
        call.Disclose(enrolment.WorkerNumber, "attendance");
        return await db.Commit(new Proto.StartModuleResponse { StartedAt = Timestamp.FromDateTimeOffset(now) }, cancel);
    }

    static Module? ModuleOf(Session session, string code) => session.Curriculum.Modules.Find(m => m.Module.Code == code)?.Module;

    /// <summary>Whether the worker is in a room, or follows a module, under whatever number.</summary>
    async Task<bool> IsBusy(string number, CancellationToken cancel)
    {
        var numbers = await db.NumbersOf(number, cancel);
        return await db.Visits.AnyAsync(v => numbers.Contains(v.WorkerNumber) && v.OutAt == null, cancel)
            || await db.ModuleVisits.AnyAsync(m => numbers.Contains(m.WorkerNumber) && m.FinishedAt == null, cancel);
    }
}
