using Gms.Platform;
using Microsoft.EntityFrameworkCore;

namespace Gms.DepartureOrientation.Sessions;

/// <summary>Places in sessions as they are taken out, each with its attendance.</summary>
static class EnrolmentExport
{
    public static ExportTable<DepartureOrientationDb> Enrolments { get; } = new ExportTable<DepartureOrientationDb, Enrolment>
    {
        Name = "enrolments",
        Holds = "Workers' places in sessions, and how long each was there.",
        Permission = "sessions.read",
        Table = "enrolments",
        Within = ["attendance"],
        Rows = db => db.Enrolments.Include(e => e.Attendance),
        Key = new(e => e.Id),
        Worker = e => e.WorkerNumber,
        OfCountry = (_, rows, country) => rows.Where(e => e.Country == country),
        OfOrganisation = (db, rows, caller) => rows.Where(e => db.Sessions.Any(s => s.Id == e.SessionId && s.Institution.Organisation == caller.Organisation)),
        Changed = (rows, since) => rows.Where(e => since.Subjects.Contains(e.Id.ToString()) || e.Id >= since.FirstId),
        Columns =
        [
            new("id", "The enrolment's id.", e => e.Id),
            new("session_id", "The session.", e => e.SessionId),
            new("worker_number", "Who has the place.", e => e.WorkerNumber),
            new("country", "The institution's country.", e => e.Country, CodeList.Countries),
            new("starts_at", "The session's beginning.", e => e.StartsAt),
            new("ends_at", "The session's end.", e => e.EndsAt),
            new("minutes", "The minutes attended, of all days.", e => e.Minutes),
            new("attendance", "Each day, its minutes, and the account that recorded it when.", e => e.Attendance.OrderBy(a => a.Day).Select(a => $"{a.Day:yyyy-MM-dd} {a.Minutes} {a.RecordedBy} {a.RecordedAt.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}")),
            new("version", "Counts attendances.", e => e.Version),
        ],
    };
}
