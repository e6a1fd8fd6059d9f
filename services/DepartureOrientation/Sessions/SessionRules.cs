using Gms.DepartureOrientation.Trainers;
using Gms.Platform;

namespace Gms.DepartureOrientation.Sessions;

/// <summary>What must hold for a session to be planned, to take workers and to be closed. Pure.</summary>
static class SessionRules
{
    public const int LongestDays = 31;

    public static IEnumerable<Problem> ToPlan(Session session, DateOnly today)
    {
        foreach (var problem in OfTime(session, today))
            yield return problem;

        if (session.Curriculum.Country != session.Country)
            yield return Problems.SessionCurriculumOtherCountry();
        if (!session.Curriculum.Languages.Contains(session.Language))
            yield return Problems.SessionLanguageNotOffered(session.Language, session.Curriculum.Languages);
        if (!session.Institution.IsAccredited(session.FirstDay, session.LastDay))
            yield return Problems.SessionInstitutionNotAccredited();

        if (session.Curriculum.WithdrawnBy(session.LastDay) is { Count: > 0 } withdrawn)
            yield return Problems.SessionModuleWithdrawn(withdrawn);

        foreach (var problem in LeadRules.ToLead(session.Trainer.Certifications, session.Curriculum, session.Language, session.FirstDay, session.LastDay))
            yield return problem;
    }

    static IEnumerable<Problem> OfTime(Session session, DateOnly today)
    {
        if (session.EndsAt <= session.StartsAt)
            yield return Problems.SessionEndsBeforeStart();
        else if (session.LastDay.DayNumber - session.FirstDay.DayNumber >= LongestDays)
            yield return Problems.SessionTooLong(LongestDays);
        else if (session.Minutes < session.Curriculum.TotalMinutes)
            yield return Problems.SessionTooShort(session.Curriculum.TotalMinutes);

        if (session.FirstDay < today)
            yield return Problems.SessionInPast();
    }

    /// <param name="session">The session.</param>
    /// <param name="elsewhere">The places that the worker has under other numbers.</param>
    public static IEnumerable<Problem> ToEnrol(Session session, IReadOnlyList<Enrolment> elsewhere)
    {
        if (elsewhere.Any(e => e.SessionId == session.Id))
            yield return Problems.SessionWorkerEnrolled();
        else if (elsewhere.Any(e => e.StartsAt < session.EndsAt && session.StartsAt < e.EndsAt))
            yield return Problems.SessionWorkerElsewhere();

        if (session.State != SessionState.Planned)
            yield return Problems.SessionClosed();
        else if (session.Enrolled >= session.Places)
            yield return Problems.SessionFull();
    }

    public static IEnumerable<Problem> ToRecord(Session session, Enrolment? enrolment, DateOnly day, int minutes, DateOnly today)
    {
        if (session.State != SessionState.Planned)
            yield return Problems.SessionClosed();

        if (day < session.FirstDay || session.LastDay < day)
            yield return Problems.AttendanceOtherDay();
        else if (today < day)
            yield return Problems.AttendanceNotYet();

        // Withdrawn after the planning with effect on these days: what was held is no orientation.
        if (session.Trainer.CertifiedFor(session.FirstDay, session.LastDay) is null)
            yield return Problems.SessionTrainerNotCertified();

        if (enrolment is null)
        {
            yield return Problems.AttendanceNotEnrolled();
            yield break;
        }
        if (enrolment.Attendance.Any(a => a.Day == day))
            yield return Problems.AttendanceRecorded();
        else if (enrolment.Minutes + minutes > session.Minutes)
            yield return Problems.AttendanceTooLong(session.Minutes);
    }

    public static IEnumerable<Problem> ToClose(Session session, DateOnly today)
    {
        if (!session.State.CanBecome(SessionState.Closed))
            yield return Problems.SessionClosed();
        if (today < session.LastDay)
            yield return Problems.SessionNotHeldYet();
    }

    /// <summary>The whole life of a session; a step that is not here is refused.</summary>
    public static bool CanBecome(this SessionState from, SessionState to) => (from, to) is (SessionState.Planned, SessionState.Closed);
}
