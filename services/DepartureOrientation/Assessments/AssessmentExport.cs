using Gms.Platform;

namespace Gms.DepartureOrientation.Assessments;

/// <summary>Attempts at assessments as they are taken out.</summary>
static class AssessmentExport
{
    public static ExportTable<DepartureOrientationDb> Results { get; } = new ExportTable<DepartureOrientationDb, AssessmentResult>
    {
        Name = "assessment-results",
        Holds = "Workers' attempts at assessments, with what was answered.",
        Permission = "assessments.read",
        Table = "assessment_results",
        Rows = db => db.AssessmentResults,
        Key = new(r => r.Id),
        Worker = r => r.WorkerNumber,
        OfCountry = (_, rows, country) => rows.Where(r => r.Country == country),
        OfOrganisation = (db, rows, caller) => rows.Where(r => db.Sessions.Any(s => s.Id == r.SessionId && s.Institution.Organisation == caller.Organisation)),
        Columns =
        [
            new("id", "The result's id.", r => r.Id),
            new("enrolment_id", "The place.", r => r.EnrolmentId),
            new("session_id", "The session.", r => r.SessionId),
            new("worker_number", "Who was asked.", r => r.WorkerNumber),
            new("country", "The institution's country.", r => r.Country, CodeList.Countries),
            new("assessment", "Which assessment.", r => r.Assessment),
            new("version", "Its version.", r => r.Version),
            new("attempt", "Which attempt.", r => r.Attempt),
            new("language", "BCP 47.", r => r.Language),
            new("answers", "Question and option.", r => r.Answers),
            new("percent", "Right answers, in percent.", r => r.Percent),
            new("passed", "Whether it was passed.", r => r.Passed),
            new("assisted", "Whether somebody else sent the answers.", r => r.Assisted),
            new("taken_at", "When.", r => r.TakenAt),
            new("recorded_by", "The account that sent them.", r => r.RecordedBy),
        ],
    };
}
