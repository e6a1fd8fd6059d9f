using MassTransit;

namespace Gms.Events.SocialSecurity;

/// <summary>A worker asked that a benefit be paid abroad.</summary>
/// <remarks>The subject is the request. No amount is told.</remarks>
[MessageUrn("gms:social-security:payment-requested:1")]
[EntityName("gms.social-security.payment-requested")]
public sealed record PaymentRequested : IWorkerEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The request's id.</summary>
    public required string SubjectId { get; init; }

    /// <summary>1, 2, 3 … per request.</summary>
    public required long SubjectVersion { get; init; }

    public required string WorkerNumber { get; init; }

    /// <summary>The country of the scheme, which holds the request.</summary>
    public required string Country { get; init; }

    /// <summary>The scheme that is to pay, for example TH-SSF-33.</summary>
    public required string Scheme { get; init; }

    /// <summary>The country in which it is to be paid, ISO 3166-1 alpha-2.</summary>
    public required string PayIn { get; init; }
}
