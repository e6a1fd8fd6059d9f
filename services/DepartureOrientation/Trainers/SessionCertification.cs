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
