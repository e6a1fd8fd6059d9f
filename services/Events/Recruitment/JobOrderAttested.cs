using MassTransit;

namespace Gms.Events.Recruitment;

/// <summary>The labour office of the country of work approved a job order; contracts can be registered from now on.</summary>
/// <remarks>Says nothing about a person.</remarks>
[MessageUrn("gms:recruitment:job-order-attested:1")]
[EntityName("gms.recruitment.job-order-attested")]
public sealed record JobOrderAttested : IEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    public required Guid JobOrderId { get; init; }

    /// <summary>Country of work, which holds the order, ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }
}
