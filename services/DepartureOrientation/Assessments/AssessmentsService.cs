using Gms.DepartureOrientation.Sessions;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Assessments;

/// <summary>The calls of protos/gms/departure_orientation/v1/assessments.proto, one file each in this folder.</summary>
sealed partial class AssessmentsService(DepartureOrientationDb db, Call call, AssessmentBook book, TimeProvider clock) : Proto.Assessments.AssessmentsBase
{
    async Task<Session> Find(Guid id, string? worker, CancellationToken cancel)
    {
        var session = await db.Sessions.AsNoTracking().Include(s => s.Curriculum).Include(s => s.Institution).SingleOrDefaultAsync(s => s.Id == id, cancel) ?? throw Refuse.NotFound(Problems.SessionNotFound());
        call.MustReach(session.Institution.Reach with { Worker = worker }, Problems.SessionNotFound());
        return session;
    }

    /// <summary>What the session's edition asks for.</summary>
    async Task<AssessmentPaper> PaperOf(Session session, CancellationToken cancel)
    {
        var required = await db.AssessmentRequirements.AsNoTracking().SingleOrDefaultAsync(r => r.CurriculumId == session.CurriculumId, cancel)
            ?? throw Refuse.NotNow(AssessmentProblems.AssessmentNotRequired());
        return book.Find(required.Assessment, required.Version) ?? throw new InvalidOperationException($"assessments.json lacks {required.Assessment}/{required.Version}, which an edition asks for.");
    }

    static string Language(string text, AssessmentPaper paper)
    {
        var language = Languages.Read(text, "language");
        return paper.Languages.Contains(language) ? language : throw Refuse.Invalid(AssessmentProblems.AssessmentLanguage(paper.Languages));
    }
}
