using Gms.Platform;

namespace Gms.DepartureOrientation.Sessions;

/// <summary>What must hold for a place to be given and given up. Pure.</summary>
static class PlaceRules
{
    /// <param name="session">The session.</param>
    /// <param name="held">The worker's place in this session, under whatever number; null when there is none.</param>
    /// <param name="elsewhere">The places at set times that the worker has in other sessions.</param>
    /// <param name="waits">Whether the worker would wait when every place is taken.</param>
    public static IEnumerable<Problem> ToEnrol(Session session, Enrolment? held, IReadOnlyList<Enrolment> elsewhere, bool waits)
    {
        if (held is { State: EnrolmentState.Waiting })
            yield return PlaceProblems.SessionWaitsAlready();
        else if (held is { Holds: true })
            yield return Problems.SessionWorkerEnrolled();
        else if (session.Mode != SessionMode.Online && elsewhere.Any(e => e.StartsAt < session.EndsAt && session.StartsAt < e.EndsAt))
            yield return Problems.SessionWorkerElsewhere();

        foreach (var problem in SessionRules.IsOpen(session))
            yield return problem;
        if (session.State == SessionState.Planned && session.Enrolled >= session.Places && !waits)
            yield return Problems.SessionFull();
    }

    /// <param name="session">The session.</param>
    /// <param name="held">The worker's place in it; null when there is none.</param>
    /// <param name="attended">Whether the worker has been there.</param>
    public static IEnumerable<Problem> ToGiveUp(Session session, Enrolment? held, bool attended)
    {
        foreach (var problem in SessionRules.IsOpen(session))
            yield return problem;
        if (held is not { Holds: true })
            yield return PlaceProblems.PlaceNotHeld();
        else if (attended)
            yield return PlaceProblems.PlaceAttended();
    }
}
