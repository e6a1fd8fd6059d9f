using Gms.DepartureOrientation.Arrivals;
using Gms.DepartureOrientation.Sessions;
using Gms.Imports.V1;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Attendance;

/// <summary>What becomes of a row of a list of attendance: the same reading and rules as a trainer's single word, a piece at a time.</summary>
sealed class AttendanceIntake(DepartureOrientationDb db, Call call, PostArrival arrivals, TimeProvider clock) : IRowIntake<Proto.RecordAttendanceRequest, SentAttendance>
{
    public SentAttendance Read(Proto.RecordAttendanceRequest row) => new(
        Platform.Read.Id(row.SessionId, "session_id"),
        Platform.Read.WorkerNumber(row.WorkerNumber, "worker_number"),
        Platform.Read.Day(row.Day, "day"),
        Platform.Read.Number(row.Minutes, "minutes", 1, 1440));

    public async Task<IReadOnlyList<RowResult>> Save(IReadOnlyList<SentAttendance> rows, ImportPiece piece, CancellationToken cancel)
    {
        Guid[] ids = [.. rows.Select(r => r.SessionId).Distinct()];
        var sessions = await db.Sessions.AsNoTracking().Include(s => s.Curriculum).Include(s => s.Institution).Include(s => s.Trainer.Certifications).Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, cancel);
        var numbers = await db.NumbersOfEach([.. rows.Select(r => r.WorkerNumber)], cancel);
        string[] all = [.. numbers.Values.SelectMany(n => n).Distinct()];
        var places = (await db.Enrolments.Include(e => e.Attendance).Where(e => ids.Contains(e.SessionId) && e.State == EnrolmentState.Placed && all.Contains(e.WorkerNumber)).OrderBy(e => e.Id).ToListAsync(cancel)).ToLookup(e => e.SessionId);
        Guid[] placed = [.. places.SelectMany(p => p).Select(e => e.Id)];
        var proven = (await db.Visits.AsNoTracking().Where(v => placed.Contains(v.EnrolmentId)).ToListAsync(cancel)).ToLookup(v => v.EnrolmentId);

        var results = new List<RowResult>(rows.Count);
        foreach (var row in rows)
        {
            var place = places[row.SessionId].Where(e => numbers[row.WorkerNumber].Contains(e.WorkerNumber)).OrderByDescending(e => e.WorkerNumber == row.WorkerNumber).FirstOrDefault();
            results.Add(await Take(row, sessions.GetValueOrDefault(row.SessionId), place, place is null ? [] : proven[place.Id], cancel));
        }
        return results;
    }

    async Task<RowResult> Take(SentAttendance row, Session? session, Enrolment? place, IEnumerable<Visit> visits, CancellationToken cancel)
    {
        if (session is null || !call.Reaches(session.Institution.Reach))
            return RowResult.Refused(Problems.SessionNotFound());
        if (place?.Attendance.Find(a => a.Day == row.Day) is { } known && known.Minutes == row.Minutes)
            return new(RowOutcome.Matched, place.Id.ToString()) { Disclosures = [new(place.WorkerNumber, ["attendance"])] };

        List<Problem> problems = [.. SessionRules.ToRecord(session, place, row.Day, row.Minutes, clock.TodayIn(session.Country), visits.Any(v => v.InAt.DayIn(session.Country) == row.Day))];
        if (problems.Count > 0)
            return RowResult.Refused(problems);

        place!.Record(new() { Day = row.Day, Minutes = row.Minutes, RecordedBy = call.Caller.Account, RecordedAt = clock.GetUtcNow() });
        db.Publish(SessionEvents.Attended(session, place, row.Day, row.Minutes, clock.GetUtcNow()));
        await arrivals.Oriented(session, place, cancel);
        return new(RowOutcome.Accepted, place.Id.ToString()) { Disclosures = [new(place.WorkerNumber, ["attendance"])] };
    }
}

/// <summary>A row that was read.</summary>
sealed record SentAttendance(Guid SessionId, string WorkerNumber, DateOnly Day, int Minutes);
