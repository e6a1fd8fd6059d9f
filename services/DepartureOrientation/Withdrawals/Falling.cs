using Gms.DepartureOrientation.Certificates;
using Gms.DepartureOrientation.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Gms.DepartureOrientation.Withdrawals;

/// <summary>Finds what a withdrawal touches and lists it.</summary>
static class Falling
{
    /// <summary>
    /// Lists in a withdrawal what rests on it as the records stand now, beside what is listed already: at the withdrawal, and again while entries wait, since
    /// sessions go on being planned and certificates issued until somebody decides.
    /// </summary>
    public static async Task ListFallout(this DepartureOrientationDb db, Withdrawal withdrawal, CancellationToken cancel)
    {
        var candidates = await db.Candidates(withdrawal, cancel);

        // A trainer takes along whom the trainer trained; a module version takes only what teaches it.
        var spreads = withdrawal.TrainerId is not null;
        var ids = spreads ? await db.Below(candidates, cancel) : candidates;
        var below = await db.Sessions.AsNoTrackingWithIdentityResolution()
            .Include(s => s.Curriculum.Modules).ThenInclude(m => m.Module)
            .Include(s => s.Trainer.Certifications).ThenInclude(c => c.Modules).ThenInclude(m => m.Module)
            .AsSplitQuery().Where(s => ids.Contains(s.Id) && (s.State == SessionState.Planned || s.State == SessionState.Closed)).ToListAsync(cancel);
        var direct = below.Where(s => candidates.Contains(s.Id) && s.LastDay >= withdrawal.FromDay).Select(s => s.Id).ToHashSet();

        var fallout = Fallout.Of(direct, spreads ? below : below.Where(s => direct.Contains(s.Id)), spreads ? await db.EarnedIn(ids, cancel) : []);

        Guid[] sessions = [.. fallout.Sessions.Select(s => s.Id)];
        var certificates = await db.Certificates.Where(c => sessions.Contains(c.SessionId) && c.State == CertificateState.Issued).OrderBy(c => c.Id)
            .Select(c => new { c.Id, c.Country, c.SessionId }).ToListAsync(cancel);
        var known = (await db.Set<WithdrawalEntry>().Where(e => e.WithdrawalId == withdrawal.Id).Select(e => new { e.Kind, e.SubjectId }).ToListAsync(cancel)).Select(e => (e.Kind, e.SubjectId)).ToHashSet();
        IEnumerable<WithdrawalEntry> found =
        [
            .. fallout.Sessions.Select(s => new WithdrawalEntry { Kind = WithdrawalEntryKind.Session, SubjectId = s.Id, Country = s.Country }),
            .. fallout.Certifications.Select(e => new WithdrawalEntry { Kind = WithdrawalEntryKind.Certification, SubjectId = e.Certification.Id, Country = e.Country, RestsOn = e.Certification.TrainingSessionId }),
            .. certificates.Select(c => new WithdrawalEntry { Kind = WithdrawalEntryKind.Certificate, SubjectId = c.Id, Country = c.Country, RestsOn = c.SessionId }),
        ];
        var fresh = found.Where(e => !known.Contains((e.Kind, e.SubjectId))).ToList();
        // Listed in the order in which they were found: ids of one moment would stand in any.
        foreach (var (entry, id) in fresh.Zip(fresh.Select(e => e.Id).Order().ToList()))
            entry.Id = id;
        withdrawal.Entries.AddRange(fresh);
    }

    /// <summary>The sessions that the withdrawal itself may take away; the day of each decides.</summary>
    static Task<Guid[]> Candidates(this DepartureOrientationDb db, Withdrawal withdrawal, CancellationToken cancel)
    {
        var earliest = withdrawal.FromDay.EarliestInstant();
        var sessions = db.Sessions.Where(s => s.EndsAt >= earliest);
        sessions = withdrawal.TrainerId is { } trainer ? sessions.Where(s => s.TrainerId == trainer) : sessions.Where(s => s.Curriculum.Modules.Any(m => m.ModuleId == withdrawal.ModuleId));
        return sessions.Select(s => s.Id).ToArrayAsync(cancel);
    }

    /// <summary>Before any zone of the region begins the day: a query narrows by it, the session's own day decides.</summary>
    static DateTimeOffset EarliestInstant(this DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue).AddDays(day == DateOnly.MinValue ? 0 : -1), TimeSpan.Zero);

    /// <summary>These sessions and all that lie below them: led by what was earned in them, and so on.</summary>
    static Task<Guid[]> Below(this DepartureOrientationDb db, Guid[] sessions, CancellationToken cancel) => db.Database.SqlQuery<Guid>(
        $"""
        WITH RECURSIVE below(session_id) AS (
            SELECT unnest({sessions})
            UNION
            SELECT l.session_id FROM below b JOIN certifications c ON c.training_session_id = b.session_id JOIN session_certifications l ON l.certification_id = c.id
        )
        SELECT session_id AS "Value" FROM below
        """).ToArrayAsync(cancel);

    static async Task<List<Earned>> EarnedIn(this DepartureOrientationDb db, Guid[] sessions, CancellationToken cancel)
    {
        var trainers = await db.Trainers.AsNoTracking().Include(t => t.Certifications).ThenInclude(c => c.Modules).ThenInclude(m => m.Module).AsSplitQuery()
            .Where(t => t.Certifications.Any(c => c.TrainingSessionId != null && sessions.Contains(c.TrainingSessionId.Value))).OrderBy(t => t.Id).ToListAsync(cancel);
        return [.. trainers.SelectMany(t => t.Certifications.Where(c => c.TrainingSessionId is { } training && sessions.Contains(training) && c.HoldsOnOrAfter(c.ValidFrom)).Select(c => new Earned(c, t.Country, t.Certifications)))];
    }
}
