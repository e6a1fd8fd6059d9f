using Gms.DepartureOrientation.Trainers;
using Gms.Platform;

namespace Gms.DepartureOrientation.Sessions;

/// <summary>What must hold for a session to be planned, changed, cancelled and closed. Pure.</summary>
static class SessionRules
{
    public const int LongestDays = 31;

    /// <summary>How long an online session can be open.</summary>
    public const int LongestOnlineDays = 366;

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
        var longest = session.Mode == SessionMode.Online ? LongestOnlineDays : LongestDays;
        if (session.EndsAt <= session.StartsAt)
            yield return Problems.SessionEndsBeforeStart();
        else if (session.LastDay.DayNumber - session.FirstDay.DayNumber >= longest)
            yield return Problems.SessionTooLong(longest);
        else if (session.Minutes < session.Curriculum.TotalMinutes)
            yield return Problems.SessionTooShort(session.Curriculum.TotalMinutes);

        if (session.FirstDay < today)
            yield return Problems.SessionInPast();
    }

    /// <param name="session">The session as it stands.</param>
    /// <param name="attended">Whether anybody's attendance is on record.</param>
    /// <param name="today">The day in the institution's zone.</param>
    public static IEnumerable<Problem> ToChange(Session session, bool attended, DateOnly today)
    {
        foreach (var problem in IsOpen(session))
            yield return problem;

        // What was told for a day is not told otherwise on the day: whoever is on the way has no telephone.
        if (attended || session.FirstDay <= today)
            yield return PlaceProblems.SessionBegun();
    }

    public static IEnumerable<Problem> ToCancel(Session session, bool attended)
    {
        foreach (var problem in IsOpen(session))
            yield return problem;
        if (attended)
            yield return PlaceProblems.SessionBegun();
    }

    /// <param name="session">The session.</param>
    /// <param name="enrolment">The worker's place in it; null when there is none.</param>
    /// <param name="day">The day of attendance.</param>
    /// <param name="minutes">As the trainer says.</param>
    /// <param name="today">The day in the institution's zone.</param>
    /// <param name="proven">Whether codes prove attendance on that day.</param>
    public static IEnumerable<Problem> ToRecord(Session session, Enrolment? enrolment, DateOnly day, int minutes, DateOnly today, bool proven = false)
    {
        foreach (var problem in IsOpen(session))
            yield return problem;

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
        if (proven || enrolment.Attendance.Any(a => a.Day == day))
            yield return Problems.AttendanceRecorded();
        else if (enrolment.Minutes + minutes > session.Minutes)
            yield return Problems.AttendanceTooLong(session.Minutes);
    }

    public static IEnumerable<Problem> ToClose(Session session, DateOnly today)
    {
        foreach (var problem in IsOpen(session))
            yield return problem;
        if (today < session.LastDay)
            yield return Problems.SessionNotHeldYet();
    }

    public static IEnumerable<Problem> IsOpen(Session session) => session.State switch
    {
        SessionState.Planned => [],
        SessionState.Closed => [Problems.SessionClosed()],
        SessionState.Cancelled => [PlaceProblems.SessionCancelled()],
    };

    /// <summary>The whole life of a session; a step that is not here is refused.</summary>
    public static bool CanBecome(this SessionState from, SessionState to) => (from, to) is (SessionState.Planned, SessionState.Closed or SessionState.Cancelled);
}
