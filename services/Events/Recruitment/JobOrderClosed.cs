using MassTransit;

namespace Gms.Events.Recruitment;

/// <summary>A job order was closed before its last day: no contract is registered under it from a day on.</summary>
/// <remarks>Says nothing about a person.</remarks>
[MessageUrn("gms:recruitment:job-order-closed:1")]
[EntityName("gms.recruitment.job-order-closed")]
public sealed record JobOrderClosed : IEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    public required Guid JobOrderId { get; init; }

    /// <summary>The country of work, ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    /// <summary>The first day on which it is closed.</summary>
    public required DateOnly From { get; init; }
}
