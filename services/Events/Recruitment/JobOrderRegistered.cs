using MassTransit;

namespace Gms.Events.Recruitment;

/// <summary>A job order was entered; no contract can be registered under it before it is attested.</summary>
/// <remarks>Says nothing about a person.</remarks>
[MessageUrn("gms:recruitment:job-order-registered:1")]
[EntityName("gms.recruitment.job-order-registered")]
public sealed record JobOrderRegistered : IEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    public required Guid JobOrderId { get; init; }

    /// <summary>Country of work, which holds the order, ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    public required Guid EmployerId { get; init; }

    /// <summary>Null where the channel needs no agency.</summary>
    public Guid? AgencyId { get; init; }

    public required string Origin { get; init; }

    public required string Channel { get; init; }

    /// <summary>ISCO-08 unit group.</summary>
    public required string Occupation { get; init; }

    public required int Places { get; init; }
}
