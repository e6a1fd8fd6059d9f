using Gms.DepartureOrientation.Curricula;
using Gms.DepartureOrientation.Institutions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gms.DepartureOrientation.Certificates;

/// <summary>The life of a certificate; that it has expired follows from its dates.</summary>
public enum CertificateState
{
    Issued,
    Revoked,
}

/// <summary>Why a certificate was revoked.</summary>
public enum RevocationReason
{
    IssuedInError,
    AttendanceNotProven,
    TrainerWithdrawn,
    Fraud,
    ModuleWithdrawn,
}

/// <summary>What a worker was taught, where and for how long. What it says is copied at its issue and signed; only its revocation changes.</summary>
public sealed class Certificate
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The institution's country, whose key signs.</summary>
    public required string Country { get; init; }

    public required string WorkerNumber { get; init; }
    public required Guid EnrolmentId { get; init; }
    public required Guid SessionId { get; init; }
    public required Guid InstitutionId { get; init; }
    public Institution? Institution { get; private init; }
    public required Guid CurriculumId { get; init; }
    public Curriculum? Curriculum { get; init; }
    public required string CurriculumCode { get; init; }
    public required int Edition { get; init; }
    public required Stage Stage { get; init; }
    public string? Programme { get; init; }
    public string? Origin { get; init; }
    public string? Destination { get; init; }
    public required string Language { get; init; }
    public required int Minutes { get; init; }
    public required DateOnly IssuedOn { get; init; }

    /// <summary>The last day on which it holds; null when it does not expire.</summary>
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>The signed form: compact JWS.</summary>
    public string Credential { get; private set; } = "";

    /// <summary>Given by the database: which status list, and which bit of it, tells of the revocation.</summary>
    public long StatusNumber { get; private set; }

    public CertificateState State { get; private set; } = CertificateState.Issued;
    public DateOnly? RevokedOn { get; private set; }
    public RevocationReason? RevocationReason { get; private set; }
    public long Version { get; private set; } = 1;

    public void Sign(string credential) => Credential = credential;

    public void Revoke(DateOnly today, RevocationReason reason)
    {
        (State, RevokedOn, RevocationReason) = (CertificateState.Revoked, today, reason);
        Version++;
    }
}

sealed class CertificateMapping : IEntityTypeConfiguration<Certificate>
{
    public void Configure(EntityTypeBuilder<Certificate> certificate)
    {
        certificate.ToTable("certificates");
        certificate.Property(c => c.Id).ValueGeneratedNever();
        certificate.Property(c => c.Stage).HasConversion<string>();
        certificate.Property(c => c.State).HasConversion<string>();
        certificate.Property(c => c.RevocationReason).HasConversion<string>();
        certificate.Property(c => c.StatusNumber).ValueGeneratedOnAdd();
        certificate.Property<uint>("xmin").IsRowVersion();
    }
}
