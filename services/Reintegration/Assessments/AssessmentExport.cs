using Gms.Platform;
using Microsoft.EntityFrameworkCore;

namespace Gms.Reintegration.Assessments;

/// <summary>Questionnaires that workers answered as they are taken out.</summary>
static class AssessmentExport
{
    public static ExportTable<ReintegrationDb> Table { get; } = new ExportTable<ReintegrationDb, OfCase<Assessment>>
    {
        Name = "assessments",
        Holds = "Questionnaires that workers answered.",
        Permission = "assessments.read",
        Table = "assessments",
        Within = ["assessment_answers"],
        Rows = db => db.Assessments.Include(a => a.Answers).Join(db.Cases, x => x.CaseId, c => c.Id, (x, c) => new OfCase<Assessment> { Row = x, Case = c }),
        Key = new(r => r.Row.Id),
        Worker = ExportOfCase.Worker<Assessment>(),
        OfOrganisation = ExportOfCase.Own,
        Columns =
        [
            .. ExportOfCase.Columns<Assessment>(x => x.Id),
            new("kind", "What it is for.", r => r.Row.Kind, CodeList.Of<AssessmentKind>()),
            new("version", "The version of the questions.", r => r.Row.Version),
            new("language", "In which language it was asked, BCP 47.", r => r.Row.Language),
            new("started_on", "The day of the first answer.", r => r.Row.StartedOn),
            new("started_by", "The account that began it.", r => r.Row.StartedBy),
            new("completed_on", "The day on which it was complete.", r => r.Row.CompletedOn),
            new("answers", "Every answer in the order in which it was given, by the codes of question and option.", r => r.Row.Answers.OrderBy(a => a.AnsweredAt).ThenBy(a => a.Id).Select(a => $"{a.Question}={a.Value}").ToArray()),
        ],
    };
}
