using MassTransit;

namespace Gms.Events.DepartureOrientation;

/// <summary>A worker received a certificate of orientation.</summary>
/// <remarks>On the worker's timeline.</remarks>
[MessageUrn("gms:departure-orientation:certificate-issued:1")]
[EntityName("gms.departure-orientation.certificate-issued")]
public sealed record CertificateIssued : IWorkerEvent
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

    public required Guid CurriculumId { get; init; }

    /// <summary>PreDecision, PreDeparture, PostArrival, Return or TrainingOfTrainers.</summary>
    public required string Stage { get; init; }

    public required DateOnly IssuedOn { get; init; }

    /// <summary>The last day on which it holds; null when it does not expire.</summary>
    public DateOnly? ExpiresOn { get; init; }
}
