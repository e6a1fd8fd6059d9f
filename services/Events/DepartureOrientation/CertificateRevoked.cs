using MassTransit;

namespace Gms.Events.DepartureOrientation;

/// <summary>A certificate of orientation is no longer to be relied on.</summary>
/// <remarks>On the worker's timeline; a departure cleared on it is decided again.</remarks>
[MessageUrn("gms:departure-orientation:certificate-revoked:1")]
[EntityName("gms.departure-orientation.certificate-revoked")]
public sealed record CertificateRevoked : IWorkerEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The certificate, as text.</summary>
    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    /// <summary>The worker number under which the record was made.</summary>
    public required string WorkerNumber { get; init; }

    /// <summary>The country that issued it, ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    public required Guid CertificateId { get; init; }

    public required DateOnly RevokedOn { get; init; }

    /// <summary>IssuedInError, AttendanceNotProven, TrainerWithdrawn or Fraud.</summary>
    public required string Reason { get; init; }
}
