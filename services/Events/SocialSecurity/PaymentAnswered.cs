using MassTransit;

namespace Gms.Events.SocialSecurity;

/// <summary>A request for payment abroad made a step: the office answered, or the worker replied or took it back.</summary>
/// <remarks>The subject is the request. Neither an amount nor what was said is told.</remarks>
[MessageUrn("gms:social-security:payment-answered:1")]
[EntityName("gms.social-security.payment-answered")]
public sealed record PaymentAnswered : IWorkerEvent
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

    /// <summary>Where it stands: InReview, MoreNeeded, Approved, Paid, PaymentFailed, Refused or Withdrawn.</summary>
    public required string State { get; init; }
}
