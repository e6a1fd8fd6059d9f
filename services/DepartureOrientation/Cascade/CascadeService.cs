using Gms.DepartureOrientation.Certificates;
using Gms.DepartureOrientation.Curricula;
using Gms.DepartureOrientation.Sessions;
using Gms.DepartureOrientation.Trainers;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Cascade;

/// <summary>The calls of protos/gms/departure_orientation/v1/cascade.proto, one file each in this folder.</summary>
public sealed partial class CascadeService(DepartureOrientationDb db, Call call) : Proto.Cascade.CascadeBase
{
    static int Generations(int asked) => Read.Number(asked, "most_generations", 0, 50) is var most && most == 0 ? 20 : most;

    /// <summary>The certifications as nodes, in the order given.</summary>
    async Task<IReadOnlyList<Proto.CascadeNode>> Nodes(IReadOnlyList<(Guid Certification, int Generation)> certifications, CancellationToken cancel)
    {
        Guid[] ids = [.. certifications.Select(c => c.Certification)];
        var known = await db.Trainers.AsNoTracking().SelectMany(t => t.Certifications.Where(c => ids.Contains(c.Id)), (t, c) => new { Trainer = t, Certification = c })
            .ToDictionaryAsync(n => n.Certification.Id, cancel);
        var taught = await Taught(ids, cancel);
        return [.. certifications.Select(c => Node(known[c.Certification].Trainer, known[c.Certification].Certification, c.Generation, taught.GetValueOrDefault(c.Certification, new(0, 0, 0))))];
    }

    /// <summary>What workers got by each certification; nothing where it led none of their sessions.</summary>
    async Task<Dictionary<Guid, Work>> Taught(Guid[] certifications, CancellationToken cancel)
    {
        var sessions = await db.SessionCertifications.AsNoTracking().Where(l => certifications.Contains(l.CertificationId))
            .Join(db.Sessions.Where(s => s.State != SessionState.Cancelled && s.Curriculum.Stage != Stage.TrainingOfTrainers), l => l.SessionId, s => s.Id, (l, s) => new { l.CertificationId, SessionId = s.Id }).ToListAsync(cancel);
        Guid[] ids = [.. sessions.Select(s => s.SessionId).Distinct()];
        var issued = await db.Certificates.AsNoTracking().Where(c => ids.Contains(c.SessionId)).GroupBy(c => c.SessionId)
            .Select(g => new { g.Key, All = g.Count(), Revoked = g.Count(c => c.State == CertificateState.Revoked) }).ToDictionaryAsync(g => g.Key, cancel);
        return sessions.GroupBy(s => s.CertificationId).ToDictionary(
            led => led.Key,
            led => new Work(led.Count(), led.Sum(s => issued.GetValueOrDefault(s.SessionId)?.All ?? 0), led.Sum(s => issued.GetValueOrDefault(s.SessionId)?.Revoked ?? 0)));
    }

    static Proto.CascadeNode Node(Trainer trainer, Certification certification, int generation, Work work) => new()
    {
        CertificationId = certification.Id.ToString(),
        TrainerId = trainer.Id.ToString(),
        Country = trainer.Country,
        DisplayName = trainer.DisplayName,
        InstitutionId = trainer.InstitutionId?.ToString() ?? "",
        Level = certification.Level.ToProto(),
        ValidFrom = certification.ValidFrom.ToProto(),
        ValidUntil = certification.ValidUntil.ToProto(),
        WithdrawnFrom = certification.WithdrawnFrom?.ToProto(),
        Evidence = certification.Evidence ?? "",
        TrainingSessionId = certification.TrainingSessionId?.ToString() ?? "",
        Generation = generation,
        Sessions = work.Sessions,
        Certificates = work.Certificates,
        CertificatesRevoked = work.Revoked,
    };

    /// <summary>The joints as edges, each with the session it is.</summary>
    async Task<IReadOnlyList<Proto.CascadeEdge>> Edges(IReadOnlyCollection<Joint> joints, CancellationToken cancel)
    {
        Guid[] ids = [.. joints.Select(j => j.Session).Distinct()];
        var sessions = await db.Sessions.AsNoTracking().Include(s => s.Curriculum.Modules).ThenInclude(m => m.Module).Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, cancel);
        return
        [
            .. joints.OrderBy(j => j.Session).ThenBy(j => j.From).ThenBy(j => j.To).Select(j => (Joint: j, Session: sessions[j.Session])).Select(e => new Proto.CascadeEdge
            {
                FromCertificationId = e.Joint.From.ToString(),
                ToCertificationId = e.Joint.To?.ToString() ?? "",
                SessionId = e.Session.Id.ToString(),
                InstitutionId = e.Session.InstitutionId.ToString(),
                CurriculumId = e.Session.CurriculumId.ToString(),
                FirstDay = e.Session.FirstDay.ToProto(),
                LastDay = e.Session.LastDay.ToProto(),
                Modules = { e.Session.Curriculum.Modules.OrderBy(m => m.Position).Select(m => new Proto.CertifiedModule { Code = m.Module.Code, Version = m.Module.Version, Stage = m.Module.Stage.ToProto() }) },
            }),
        ];
    }

    /// <summary>A session that was led by one certification and in which another was earned; or, without one, a worker was taught.</summary>
    sealed record Joint(Guid From, Guid Session, Guid? To);

    /// <summary>How many sessions for workers a certification led, and what these got.</summary>
    sealed record Work(int Sessions, int Certificates, int Revoked);

    /// <summary>A row of the recursive queries.</summary>
    sealed record Step(Guid CertificationId, int Generation);
}
