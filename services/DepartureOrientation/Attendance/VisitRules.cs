using Gms.DepartureOrientation.Curricula;
using Gms.DepartureOrientation.Sessions;
using Gms.Platform;

namespace Gms.DepartureOrientation.Attendance;

/// <summary>What must hold for codes and modules to prove attendance. Pure.</summary>
static class VisitRules
{
    public static IEnumerable<Problem> ToCheckIn(Session session, Enrolment? enrolment, SentCodes sent, Stay stay, AttendanceTerms terms, DateTimeOffset now)
    {
        foreach (var problem in OfSession(session, enrolment, session.StartsAt - terms.Doors, session.EndsAt, now))
            yield return problem;
        if (enrolment is null)
            yield break;

        foreach (var problem in OfCodes(sent))
            yield return problem;
        if (stay == Stay.Here)
            yield return AttendanceProblems.AttendanceInside();
        else if (stay == Stay.Elsewhere)
            yield return AttendanceProblems.AttendanceElsewhere();

        // A day is proven by codes or told by the trainer: of both nobody could say which minutes are the same.
        if (enrolment.Attendance.Any(a => a.Day == now.DayIn(session.Country)))
            yield return Problems.AttendanceRecorded();
    }

    public static IEnumerable<Problem> ToCheckOut(Session session, Enrolment? enrolment, SentCodes sent, Visit? open, AttendanceTerms terms, DateTimeOffset now)
    {
        foreach (var problem in OfSession(session, enrolment, session.StartsAt - terms.Doors, session.EndsAt + terms.Doors, now))
            yield return problem;
        if (enrolment is null)
            yield break;

        foreach (var problem in OfCodes(sent))
            yield return problem;
        if (open is null)
            yield return AttendanceProblems.AttendanceNotInside();
    }

    static IEnumerable<Problem> OfSession(Session session, Enrolment? enrolment, DateTimeOffset from, DateTimeOffset to, DateTimeOffset now)
    {
        foreach (var problem in SessionRules.IsOpen(session))
            yield return problem;
        if (session.Mode == SessionMode.Online)
            yield return AttendanceProblems.AttendanceOnline();
        else if (now < from || to <= now)
            yield return AttendanceProblems.AttendanceNotOpen(from, to);
        if (session.Trainer.CertifiedFor(session.FirstDay, session.LastDay) is null)
            yield return Problems.SessionTrainerNotCertified();
        if (enrolment is null)
            yield return Problems.AttendanceNotEnrolled();
    }

    static IEnumerable<Problem> OfCodes(SentCodes sent)
    {
        if (sent.Session == CodeFit.Wrong)
            yield return AttendanceProblems.CodeWrong("session_code");
        else if (sent.Session == CodeFit.Expired)
            yield return AttendanceProblems.CodeExpired();
        else if (sent.WindowUsed)
            yield return AttendanceProblems.CodeUsed("session_code");

        if (sent.Serial is null)
            yield return AttendanceProblems.CodeWrong("worker_code");
        else if (sent.SerialUsed)
            yield return AttendanceProblems.CodeUsed("worker_code");
    }

    /// <summary>Whether a stay that nobody ended is over: with the session, and in one of several days with the day, since a night is no attendance.</summary>
    public static bool IsStale(Session session, DateTimeOffset inAt, AttendanceTerms terms, DateTimeOffset now) =>
        session.EndsAt + terms.Doors <= now
            || (session.EndsAt - session.StartsAt > terms.Sitting && inAt.DayIn(session.Country) < now.DayIn(session.Country));

    /// <summary>The whole minutes of a stay within the session's time, and no more than are left of it.</summary>
    public static int Counted(Session session, int before, DateTimeOffset inAt, DateTimeOffset outAt)
    {
        var (from, to) = (inAt > session.StartsAt ? inAt : session.StartsAt, outAt < session.EndsAt ? outAt : session.EndsAt);
        return Math.Clamp((int)(to - from).TotalMinutes, 0, Math.Max(0, session.Minutes - before));
    }

    /// <summary>The figure under which a stay elsewhere ended too shortly before; null when it is plausible, or nobody knows where either was.</summary>
    public static Convention? TooFarTooSoon(Where before, DateTimeOffset left, Where now, DateTimeOffset came, AttendanceTerms terms)
    {
        var least = before.Country != now.Country ? terms.OtherCountry
            : before.Province is { } from && now.Province is { } to && from != to ? terms.OtherProvince
            : null;
        return least is not null && came - left < TimeSpan.FromMinutes(least.Value) ? least : null;
    }

    public static IEnumerable<Problem> ToStart(Session session, Enrolment? enrolment, Module? module, bool busy, DateTimeOffset now)
    {
        foreach (var problem in OfOnline(session, enrolment, module, now))
            yield return problem;
        if (busy)
            yield return AttendanceProblems.AttendanceElsewhere();
    }

    public static IEnumerable<Problem> ToFinish(Session session, Enrolment? enrolment, Module? module, ModuleVisit? begun, DateTimeOffset now)
    {
        foreach (var problem in OfOnline(session, enrolment, module, now))
            yield return problem;
        if (module is null || enrolment is null)
            yield break;
        if (begun is not { FinishedAt: null })
            yield return AttendanceProblems.ModuleNotBegun();
        else if (LeastMinutes(session.Curriculum, module) is var least && now - begun.StartedAt < TimeSpan.FromMinutes(least))
            yield return AttendanceProblems.ModuleTooSoon(least);
    }

    static IEnumerable<Problem> OfOnline(Session session, Enrolment? enrolment, Module? module, DateTimeOffset now)
    {
        foreach (var problem in SessionRules.IsOpen(session))
            yield return problem;
        if (session.Mode != SessionMode.Online)
            yield return AttendanceProblems.AttendanceNotOnline();
        else if (now < session.StartsAt || session.EndsAt <= now)
            yield return AttendanceProblems.AttendanceNotOpen(session.StartsAt, session.EndsAt);
        if (session.Trainer.CertifiedFor(session.FirstDay, session.LastDay) is null)
            yield return Problems.SessionTrainerNotCertified();
        if (enrolment is null)
            yield return Problems.AttendanceNotEnrolled();
        if (module is null)
            yield return AttendanceProblems.ModuleUnknown();
    }

    /// <summary>Whoever clicks through faster than the curriculum's share has not followed the module.</summary>
    static int LeastMinutes(Curriculum curriculum, Module module) => ((module.Minutes * curriculum.MinimumShare) + 99) / 100;
}

/// <summary>How the codes that were sent stand.</summary>
/// <param name="Session">The session's code.</param>
/// <param name="WindowUsed">The worker has used the session's code of that window.</param>
/// <param name="Serial">Which of the worker's codes it is; null for none.</param>
/// <param name="SerialUsed">The worker has used that code.</param>
sealed record SentCodes(CodeFit Session, bool WindowUsed, int? Serial, bool SerialUsed);

/// <summary>Where a worker is on record just now.</summary>
enum Stay
{
    Nowhere,
    Here,
    Elsewhere,
}

/// <summary>Where a session is held.</summary>
/// <param name="Province">ISO 3166-2; null when the institution has no one place.</param>
sealed record Where(string Country, string? Province);
