using Gms.Platform;

namespace Gms.DepartureOrientation.Attendance;

/// <summary>Stays and online modules as they are taken out.</summary>
static class VisitExport
{
    public static ExportTable<DepartureOrientationDb> Visits { get; } = new ExportTable<DepartureOrientationDb, Visit>
    {
        Name = "attendance-visits",
        Holds = "Workers' stays at sessions, each between two codes.",
        Permission = "sessions.read",
        Table = "visits",
        Rows = db => db.Visits,
        Key = new(v => v.Id),
        Worker = v => v.WorkerNumber,
        OfCountry = (db, rows, country) => rows.Where(v => db.Sessions.Any(s => s.Id == v.SessionId && s.Country == country)),
        OfOrganisation = (db, rows, caller) => rows.Where(v => db.Sessions.Any(s => s.Id == v.SessionId && s.Institution.Organisation == caller.Organisation)),
        Columns =
        [
            new("id", "The stay's id.", v => v.Id),
            new("enrolment_id", "The place.", v => v.EnrolmentId),
            new("session_id", "The session.", v => v.SessionId),
            new("worker_number", "Who was there.", v => v.WorkerNumber),
            new("in_at", "The time of checking in.", v => v.InAt),
            new("out_at", "The time of checking out; empty while the worker is there.", v => v.OutAt),
            new("ending", "How it ended.", v => v.Ending, CodeList.Of<VisitEnding>()),
            new("minutes", "The minutes within the session's time.", v => v.Minutes),
            new("flags", "What is not plausible about it.", v => v.Flags),
            new("recorded_by", "The account on which the codes came.", v => v.RecordedBy),
        ],
    };

    public static ExportTable<DepartureOrientationDb> Modules { get; } = new ExportTable<DepartureOrientationDb, ModuleVisit>
    {
        Name = "attendance-modules",
        Holds = "Modules of online sessions that workers followed.",
        Permission = "sessions.read",
        Table = "module_visits",
        Rows = db => db.ModuleVisits,
        Key = new(v => v.Id),
        Worker = v => v.WorkerNumber,
        OfCountry = (db, rows, country) => rows.Where(v => db.Enrolments.Any(e => e.Id == v.EnrolmentId && e.Country == country)),
        OfOrganisation = (db, rows, caller) => rows.Where(v => db.Enrolments.Any(e => e.Id == v.EnrolmentId && db.Sessions.Any(s => s.Id == e.SessionId && s.Institution.Organisation == caller.Organisation))),
        Columns =
        [
            new("id", "The row's id.", v => v.Id),
            new("enrolment_id", "The place.", v => v.EnrolmentId),
            new("module_id", "The module in its version.", v => v.ModuleId),
            new("worker_number", "Who followed it.", v => v.WorkerNumber),
            new("started_at", "When it was begun.", v => v.StartedAt),
            new("finished_at", "When it was finished; when it was begun, where it was left open until the session was over; empty until then.", v => v.FinishedAt),
            new("minutes", "The minutes that count.", v => v.Minutes),
            new("recorded_by", "The account on which it was followed.", v => v.RecordedBy),
        ],
    };
}
