using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Sessions;

partial class SessionsService
{
    public override async Task<Proto.RecordAttendanceResponse> RecordAttendance(Proto.RecordAttendanceRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var day = Read.Day(request.Day, "day");
        var minutes = Read.Number(request.Minutes, "minutes", 1, 1440);
        var sessions = db.Sessions.AsNoTracking().Include(s => s.Curriculum).Include(s => s.Trainer.Certifications);
        var session = await Find(sessions, Read.Id(request.SessionId, "session_id"), cancel);
        var enrolment = await db.Enrolments.Include(e => e.Attendance).InSession(session.Id, number, await db.NumbersOf(number, cancel)).FirstOrDefaultAsync(cancel);

        var visits = enrolment is null ? [] : await db.Visits.AsNoTracking().Where(v => v.EnrolmentId == enrolment.Id).Select(v => v.InAt).ToListAsync(cancel);

        Refuse.IfAny(SessionRules.ToRecord(session, enrolment, day, minutes, clock.TodayIn(session.Country), visits.Exists(at => at.DayIn(session.Country) == day)));

        enrolment!.Record(new() { Day = day, Minutes = minutes, RecordedBy = call.Caller.Account, RecordedAt = clock.GetUtcNow() });
        db.Publish(SessionEvents.Attended(session, enrolment, day, minutes, clock.GetUtcNow()));
        await arrivals.Oriented(session, enrolment, cancel);
        call.Disclose(enrolment.WorkerNumber, "attendance");
        return await db.Commit(new Proto.RecordAttendanceResponse { TotalMinutes = enrolment.Minutes, ShareReached = enrolment.Minutes >= session.Curriculum.MinutesNeeded }, cancel);
    }
}
