using Gms.SocialSecurity.Memberships;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.SocialSecurity.Portability;

/// <summary>That a worker who is posted abroad stays insured at home. Added, never changed.</summary>
sealed class CoverageCertificate
{
    public required Guid Id { get; init; }
    public required Guid MembershipId { get; init; }
    public required string Host { get; init; }
    public required DateOnly FromDay { get; init; }
    public required DateOnly ToDay { get; init; }

    /// <summary>The agreement that has the host ask for no contributions; null when there is none.</summary>
    public required string? Agreement { get; init; }
    public required DateTimeOffset CertifiedAt { get; init; }
}

sealed class CoverageCertificateMapping : IEntityTypeConfiguration<CoverageCertificate>
{
    public void Configure(EntityTypeBuilder<CoverageCertificate> certificate)
    {
        certificate.ToTable("coverage_certificates");
        certificate.Property(c => c.Id).ValueGeneratedNever();
        certificate.Property(c => c.Host).HasMaxLength(2).IsFixedLength();
        certificate.HasOne<Membership>().WithMany().HasForeignKey(c => c.MembershipId);
    }
}
