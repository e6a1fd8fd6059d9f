using Gms.DepartureOrientation.Curricula;
using Gms.DepartureOrientation.Sessions;
using Gms.Platform;

namespace Gms.DepartureOrientation.Assessments;

/// <summary>What must hold for an assessment to be required and taken. Pure.</summary>
static class AssessmentRules
{
    /// <param name="curriculum">The edition.</param>
    /// <param name="paper">The assessment; null when there is none of that code and version.</param>
    /// <param name="inUse">Whether a session of the edition is planned.</param>
    public static IEnumerable<Problem> ToRequire(Curriculum curriculum, AssessmentPaper? paper, bool inUse)
    {
        if (inUse)
            yield return AssessmentProblems.AssessmentEditionInUse();
        if (paper is null)
            yield return AssessmentProblems.AssessmentUnknown();
        else if (curriculum.Languages.Except(paper.Languages).ToList() is { Count: > 0 } lacking)
            yield return AssessmentProblems.AssessmentLanguages(lacking);
    }

    public static IEnumerable<Problem> ToTake(Session session, Enrolment? enrolment, AssessmentPaper paper, IReadOnlyList<AssessmentResult> before, DateTimeOffset now)
    {
        // Also after the closing: who failed on the last day may come back.
        if (session.State == SessionState.Cancelled)
            yield return PlaceProblems.SessionCancelled();
        if (session.LastDay.AddDays(paper.ResitDays) is var last && last < now.DayIn(session.Country))
            yield return AssessmentProblems.AssessmentOver(last);
        if (enrolment is null)
        {
            yield return Problems.AttendanceNotEnrolled();
            yield break;
        }
        if (enrolment.Minutes < session.Curriculum.MinutesNeeded)
            yield return AssessmentProblems.AssessmentNotYet(enrolment.Minutes, session.Curriculum.MinutesNeeded);

        if (before.Any(r => r.Passed))
            yield return AssessmentProblems.AssessmentPassed();
        else if (before.Count >= paper.MostAttempts)
            yield return AssessmentProblems.AssessmentNoAttemptLeft(paper.MostAttempts);
        else if (before.Count > 0 && before.Max(r => r.TakenAt).AddHours(paper.WaitHours) is var until && now < until)
            yield return AssessmentProblems.AssessmentWait(until);
    }

    public static IEnumerable<Problem> OfAnswers(AssessmentPaper paper, IReadOnlyList<(string Question, string Option)> answers)
    {
        for (var i = 0; i < answers.Count; i++)
        {
            var known = paper.Questions.FirstOrDefault(q => q.Code == answers[i].Question);
            if (known is null || known.Options.All(o => o.Code != answers[i].Option) || answers.Take(i).Any(a => a.Question == answers[i].Question))
                yield return AssessmentProblems.AssessmentQuestionUnknown(i);
        }
    }
}
