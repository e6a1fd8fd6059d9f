using System.Globalization;
using Gms.DepartureOrientation.Sessions;
using Gms.Platform;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Attendance;

partial class AttendanceService
{
    public override async Task<Proto.CheckInResponse> CheckIn(Proto.CheckInRequest request, ServerCallContext context)
    {
        var (cancel, now) = (context.CancellationToken, clock.GetUtcNow());
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var (sessionCode, workerCode) = (Read.Text(request.SessionCode, "session_code", 20), Read.Text(request.WorkerCode, "worker_code", 20));
        var session = await Find(Read.Id(request.SessionId, "session_id"), number, cancel);
        await LockWorker(number, cancel);
        var enrolment = await Place(session.Id, number, cancel);
        var (sent, window) = await Sent(session.Id, enrolment, sessionCode, workerCode, now, cancel);
        var open = await EndStale(await Open(number, cancel), now, cancel);

        Refuse.IfAny(VisitRules.ToCheckIn(session, enrolment, sent, StayOf(open, session.Id), terms, now));

        var (doubt, left) = await Doubt(session, enrolment!, now, cancel);
        var visit = new Visit
        {
            EnrolmentId = enrolment!.Id,
            SessionId = session.Id,
            WorkerNumber = enrolment.WorkerNumber,
            InAt = now,
            Flags = doubt is null ? [] : [doubt.Code],
            RecordedBy = call.Caller.Account,
        };
        db.Add(visit);
        db.Add(Used(enrolment, sent, window, visit, now));
        if (doubt is not null)
            db.OpenWorkItem(Implausible(session, visit, left!, doubt));
        call.Disclose(enrolment.WorkerNumber, "attendance");
        return await db.Commit(new Proto.CheckInResponse { VisitId = visit.Id.ToString(), InAt = Timestamp.FromDateTimeOffset(now) }, cancel);
    }

    /// <summary>Stays that are not over, under every number of the worker.</summary>
    async Task<List<Visit>> Open(string number, CancellationToken cancel)
    {
        var numbers = await db.NumbersOf(number, cancel);
        return await db.Visits.Where(v => numbers.Contains(v.WorkerNumber) && v.OutAt == null).ToListAsync(cancel);
    }

    /// <summary>Whoever forgot to check out of a session, or of a day of it, that is over is not there any more.</summary>
    async Task<List<Visit>> EndStale(List<Visit> open, DateTimeOffset now, CancellationToken cancel)
    {
        if (open.Count == 0)
            return open;
        Guid[] ids = [.. open.Select(v => v.SessionId)];
        var sessions = await db.Sessions.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, cancel);
        foreach (var stale in open.Where(v => VisitRules.IsStale(sessions[v.SessionId], v.InAt, terms, now)))
            stale.EndUnseen();
        await db.SavePart(cancel);    // before another begins: the database sees them one after the other
        return [.. open.Where(v => v.OutAt is null)];
    }

    static Stay StayOf(List<Visit> open, Guid session) => open.Count == 0 ? Stay.Nowhere : open.Exists(v => v.SessionId == session) ? Stay.Here : Stay.Elsewhere;

    /// <summary>The last stay elsewhere against this one: too far in too little time is told to an officer, and refuses nobody.</summary>
    async Task<(Convention? Doubt, Visit? Left)> Doubt(Session session, Enrolment enrolment, DateTimeOffset now, CancellationToken cancel)
    {
        var numbers = await db.NumbersOf(enrolment.WorkerNumber, cancel);
        var last = await db.Visits.AsNoTracking().Where(v => numbers.Contains(v.WorkerNumber) && v.SessionId != session.Id && v.OutAt != null).OrderByDescending(v => v.OutAt).FirstOrDefaultAsync(cancel);
        if (last is null)
            return (null, null);
        var before = await db.Sessions.Where(s => s.Id == last.SessionId).Select(s => new Where(s.Country, s.Institution.Province)).SingleAsync(cancel);
        return (VisitRules.TooFarTooSoon(before, last.OutAt!.Value, new(session.Country, session.Institution.Province), now, terms), last);
    }

    static WorkItem Implausible(Session session, Visit visit, Visit left, Convention figure) => new()
    {
        Kind = "ATTENDANCE_IMPLAUSIBLE",
        Key = $"{visit.Id:N}",
        Country = session.Country,
        Subjects = [visit.WorkerNumber],
        Facts = new Dictionary<string, string>
        {
            ["session_id"] = session.Id.ToString(),
            ["other_session_id"] = left.SessionId.ToString(),
            ["minutes_between"] = ((int)(visit.InAt - left.OutAt!.Value).TotalMinutes).ToString(CultureInfo.InvariantCulture),
            ["figure"] = figure.Code,
            ["figure_minutes"] = figure.Value.ToString(CultureInfo.InvariantCulture),
            ["confidence"] = figure.Confidence.ToString(),
        },
        Decisions = ["PLAUSIBLE", "NOT_ATTENDED"],
        OpenedAt = visit.InAt,
    };
}
