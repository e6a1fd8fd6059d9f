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

        Refuse.IfAny(VisitRules.ToStart(session, enrolment, module, await IsBusy(number, now, cancel), now));

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

    /// <summary>Whether the worker is in a room, or follows a module, under whatever number. What was left open in a session that is over is ended first.</summary>
    async Task<bool> IsBusy(string number, DateTimeOffset now, CancellationToken cancel)
    {
        var stays = await EndStale(await Open(number, cancel), now, cancel);
        var numbers = await db.NumbersOf(number, cancel);
        var modules = await db.ModuleVisits.Where(m => numbers.Contains(m.WorkerNumber) && m.FinishedAt == null).ToListAsync(cancel);
        if (modules.Count == 0)
            return stays.Count > 0;
        Guid[] enrolments = [.. modules.Select(m => m.EnrolmentId)];
        var over = await db.Enrolments.Where(e => enrolments.Contains(e.Id) && db.Sessions.Any(s => s.Id == e.SessionId && (s.EndsAt <= now || s.State != SessionState.Planned))).Select(e => e.Id).ToListAsync(cancel);
        foreach (var left in modules.Where(m => over.Contains(m.EnrolmentId)))
            left.EndUnfinished();
        await db.SavePart(cancel);    // before another begins, as with stays
        return stays.Count > 0 || modules.Exists(m => m.FinishedAt is null);
    }
}
