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
        OfAgency = (_, rows, agency) => rows.Where(e => e.AgencyId == agency),
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
            new("at_set_times", "False in an online session.", e => e.AtSetTimes),
            new("state", "Placed, waiting, given up or cancelled.", e => e.State, CodeList.Of<EnrolmentState>()),
            new("waiting_number", "The order among those who wait; empty for who never waited.", e => e.WaitingNumber),
            new("enrolled_by", "Who asked for the place.", e => e.EnrolledBy, CodeList.Of<EnrolledBy>()),
            new("agency_id", "The agency that asked; empty when somebody else did.", e => e.AgencyId),
            new("minutes", "The minutes attended, of all days.", e => e.Minutes),
            new("proven_minutes", "Those that codes or an online module's times prove.", e => e.ProvenMinutes),
            new("code_batch", "How often the worker's codes were given out.", e => e.CodeBatch),
            new("attendance", "Each day, its minutes, and the account that recorded it when.", e => e.Attendance.OrderBy(a => a.Day).Select(a => $"{a.Day:yyyy-MM-dd} {a.Minutes} {a.RecordedBy} {a.RecordedAt.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}")),
            new("version", "Counts its events.", e => e.Version),
        ],
    };
}
