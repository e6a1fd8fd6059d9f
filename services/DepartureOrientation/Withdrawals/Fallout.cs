using Gms.DepartureOrientation.Sessions;
using Gms.DepartureOrientation.Trainers;

namespace Gms.DepartureOrientation.Withdrawals;

/// <summary>
/// What a withdrawal touches. Pure: the database says what lies below, this says what of it stands without what was withdrawn.
/// A session is touched when what else its trainer holds would not do to lead it; a certification, when its training is touched and no other sound
/// one of the same trainer says at least as much.
/// </summary>
sealed record Fallout(IReadOnlyList<Session> Sessions, IReadOnlyList<Earned> Certifications)
{
    /// <param name="direct">Sessions that the withdrawal itself takes away.</param>
    /// <param name="below">Everything that lies below these, and they themselves: each with its curriculum's modules and its trainer's certifications.</param>
    /// <param name="earned">The certifications earned in any of these, each with all that its trainer holds.</param>
    public static Fallout Of(IReadOnlySet<Guid> direct, IEnumerable<Session> below, IEnumerable<Earned> earned)
    {
        HashSet<Guid> touched = [];
        List<Session> sessions = [];

        // A certification begins after its training: by first day, whatever a session rests on was looked at before it.
        foreach (var session in below.OrderBy(s => s.StartsAt).ThenBy(s => s.Id))
        {
            if (!direct.Contains(session.Id) && !Loses(session, touched))
                continue;
            touched.Add(session.Id);
            sessions.Add(session);
        }
        return new(sessions, [.. earned.Where(e => IsTainted(e.Certification, touched) && !e.Held.Any(other => Replaces(other, e.Certification, touched)))]);
    }

    static bool Loses(Session session, HashSet<Guid> touched) => Leads(session, _ => true) && Leads(session, c => !IsTainted(c, touched)) is false;

    static bool Leads(Session session, Func<Certification, bool> with) =>
        LeadRules.LedBy(session.Trainer.Certifications.Where(with), session.Curriculum, session.Language, session.FirstDay, session.LastDay).Count > 0;

    static bool IsTainted(Certification certification, HashSet<Guid> touched) => certification.TrainingSessionId is { } training && touched.Contains(training);

    static bool Replaces(Certification other, Certification one, HashSet<Guid> touched) => other.Id != one.Id && !IsTainted(other, touched)
        && other.Level >= one.Level
        && other.Holds(one.ValidFrom) && other.Holds(one.ValidUntil)
        && one.Languages.All(other.Languages.Contains)
        && one.Modules.TrueForAll(m => other.Modules.Exists(o => o.Module.IsSameVersion(m.Module)));
}

/// <summary>A certification that was earned by a training, whose it is, and all that trainer holds.</summary>
sealed record Earned(Certification Certification, string Country, IReadOnlyList<Certification> Held);
