using Gms.DepartureOrientation.Arrivals;
using Gms.DepartureOrientation.Sessions;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Attendance;

/// <summary>The calls of protos/gms/departure_orientation/v1/attendance.proto, one file each in this folder.</summary>
sealed partial class AttendanceService(DepartureOrientationDb db, Call call, TimeProvider clock, AttendanceCodes codes, AttendanceTerms terms, PostArrival arrivals, ImportRunner imports) : Proto.Attendance.AttendanceBase
{
    /// <summary>The session with all that its rules ask for, as an officer or the worker finds it.</summary>
    async Task<Session> Find(Guid id, string? worker, CancellationToken cancel)
    {
        var session = await db.Sessions.AsNoTracking().Include(s => s.Curriculum.Modules).ThenInclude(m => m.Module).Include(s => s.Institution).Include(s => s.Trainer.Certifications).AsSplitQuery()
            .SingleOrDefaultAsync(s => s.Id == id, cancel) ?? throw Refuse.NotFound(Problems.SessionNotFound());
        call.MustReach(session.Institution.Reach with { Worker = worker }, Problems.SessionNotFound());
        return session;
    }

    /// <summary>Whatever comes of this worker at the same time waits until the commit: of two at once the second is told why.</summary>
    async Task LockWorker(string worker, CancellationToken cancel)
    {
        await db.Begin(cancel);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended(worker_survivor({worker}), {AttendanceLock}))", cancel);
    }

    const long AttendanceLock = 0x474D535F41545444;    // "GMS_ATTD"

    async Task<Enrolment?> Place(Guid session, string worker, CancellationToken cancel) =>
        await db.Enrolments.Include(e => e.Attendance).InSession(session, worker, await db.NumbersOf(worker, cancel)).FirstOrDefaultAsync(cancel);

    async Task<(SentCodes Codes, long Window)> Sent(Guid session, Enrolment? enrolment, string sessionCode, string workerCode, DateTimeOffset now, CancellationToken cancel)
    {
        var (fit, window) = codes.Check(session, sessionCode, now);
        if (enrolment is null)
            return (new(fit, false, null, false), window);
        var serial = codes.SerialOf(enrolment.Id, enrolment.CodeBatch, workerCode);
        var used = await db.UsedCodes.AsNoTracking().Where(u => u.EnrolmentId == enrolment.Id && (u.CodeWindow == window || u.Batch == enrolment.CodeBatch && u.Serial == serial)).ToListAsync(cancel);
        return (new(fit, used.Any(u => u.CodeWindow == window), serial, used.Any(u => u.Batch == enrolment.CodeBatch && u.Serial == serial)), window);
    }

    static UsedCode Used(Enrolment enrolment, SentCodes sent, long window, Visit visit, DateTimeOffset now) => new()
    {
        EnrolmentId = enrolment.Id,
        Batch = enrolment.CodeBatch,
        Serial = sent.Serial!.Value,
        CodeWindow = window,
        VisitId = visit.Id,
        UsedAt = now,
    };
}
