using Gms.Events.DepartureOrientation;
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

        Refuse.IfAny(SessionRules.ToRecord(session, enrolment, day, minutes, clock.TodayIn(session.Country)));

        enrolment!.Record(new() { Day = day, Minutes = minutes, RecordedBy = call.Caller.Account, RecordedAt = clock.GetUtcNow() });
        db.Publish(Attended(session, enrolment, day, minutes));
        call.Disclose(enrolment.WorkerNumber, "attendance");
        return await db.Commit(new Proto.RecordAttendanceResponse { TotalMinutes = enrolment.Minutes, ShareReached = enrolment.Minutes >= session.Curriculum.MinutesNeeded }, cancel);
    }

    WorkerAttended Attended(Session session, Enrolment enrolment, DateOnly day, int minutes) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = clock.GetUtcNow(),
        SubjectId = enrolment.Id.ToString(),
        SubjectVersion = enrolment.Version,
        WorkerNumber = enrolment.WorkerNumber,
        Country = enrolment.Country,
        SessionId = session.Id,
        CurriculumId = session.CurriculumId,
        Day = day,
        Minutes = minutes,
        TotalMinutes = enrolment.Minutes,
    };
}
