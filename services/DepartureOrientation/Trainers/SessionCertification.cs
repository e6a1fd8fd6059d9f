using Gms.DepartureOrientation.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.DepartureOrientation.Trainers;

/// <summary>By which of its trainer's certifications a session is led, as it stood when the session was planned: half of the cascade's edges, the other half being by which training one was earned.</summary>
public sealed class SessionCertification
{
    public required Guid SessionId { get; init; }
    public required Guid CertificationId { get; init; }
}

static class SessionCertifications
{
    /// <summary>Writes by which of its trainer's certifications a session is led, when it is planned and when trainer, days or language change.</summary>
    /// <param name="db">The records.</param>
    /// <param name="session">With its curriculum's modules, and its trainer's certifications with theirs.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task RecordLead(this DepartureOrientationDb db, Session session, CancellationToken cancel)
    {
        var led = LeadRules.LedBy(session.Trainer.Certifications, session.Curriculum, session.Language, session.FirstDay, session.LastDay).Select(c => c.Id).ToHashSet();
        var before = await db.SessionCertifications.Where(l => l.SessionId == session.Id).ToListAsync(cancel);
        db.RemoveRange(before.Where(l => !led.Contains(l.CertificationId)));
        db.AddRange(led.Except(before.Select(l => l.CertificationId)).Select(c => new SessionCertification { SessionId = session.Id, CertificationId = c }));
    }
}

sealed class SessionCertificationMapping : IEntityTypeConfiguration<SessionCertification>
{
    public void Configure(EntityTypeBuilder<SessionCertification> ledBy)
    {
        ledBy.ToTable("session_certifications");
        ledBy.HasKey(l => new { l.SessionId, l.CertificationId });
        ledBy.HasOne<Session>().WithMany().HasForeignKey(l => l.SessionId);
        ledBy.HasOne<Certification>().WithMany().HasForeignKey(l => l.CertificationId);
    }
}
