using Gms.DepartureOrientation.Sessions;
using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Attendance;

partial class AttendanceService
{
    public override async Task<Proto.CheckOutResponse> CheckOut(Proto.CheckOutRequest request, ServerCallContext context)
    {
        var (cancel, now) = (context.CancellationToken, clock.GetUtcNow());
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var (sessionCode, workerCode) = (Read.Text(request.SessionCode, "session_code", 20), Read.Text(request.WorkerCode, "worker_code", 20));
        var session = await Find(Read.Id(request.SessionId, "session_id"), number, cancel);
        await LockWorker(number, cancel);
        var enrolment = await Place(session.Id, number, cancel);
        var (sent, window) = await Sent(session.Id, enrolment, sessionCode, workerCode, now, cancel);
        var visit = enrolment is null ? null : await db.Visits.SingleOrDefaultAsync(v => v.EnrolmentId == enrolment.Id && v.OutAt == null, cancel);
        if (visit is not null && VisitRules.IsStale(session, visit.InAt, terms, now))
            visit = null;    // the next coming ends it

        Refuse.IfAny(VisitRules.ToCheckOut(session, enrolment, sent, visit, terms, now));

        visit!.End(now, VisitRules.Counted(session, enrolment!.Minutes, visit.InAt, now));
        db.Add(Used(enrolment, sent, window, visit, now));
        await Count(session, enrolment, visit.InAt.DayIn(session.Country), visit.Minutes, cancel);
        call.Disclose(enrolment.WorkerNumber, "attendance");
        return await db.Commit(new Proto.CheckOutResponse { Minutes = visit.Minutes, TotalMinutes = enrolment.Minutes, ShareReached = enrolment.Minutes >= session.Curriculum.MinutesNeeded }, cancel);
    }

    /// <summary>Minutes that are proven: on the place, on the timeline, and for whoever waits for orientation after arrival.</summary>
    async Task Count(Session session, Enrolment enrolment, DateOnly day, int minutes, CancellationToken cancel)
    {
        if (minutes == 0)
            return;
        enrolment.Prove(minutes);
        db.Publish(SessionEvents.Attended(session, enrolment, day, minutes, clock.GetUtcNow()));
        await arrivals.Oriented(session, enrolment, cancel);
    }
}
