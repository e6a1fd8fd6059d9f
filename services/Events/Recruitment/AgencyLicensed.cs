using MassTransit;

namespace Gms.Events.Recruitment;

/// <summary>An agency was granted a licence.</summary>
/// <remarks>Says nothing about a person.</remarks>
[MessageUrn("gms:recruitment:agency-licensed:1")]
[EntityName("gms.recruitment.agency-licensed")]
public sealed record AgencyLicensed : IEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    public required Guid AgencyId { get; init; }

    /// <summary>The licensing country, ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    public required Guid LicenceId { get; init; }

    /// <summary>True for sending workers abroad, false for bringing them in.</summary>
    public required bool Outbound { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>Inclusive; null where the law knows no fixed end.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Countries to which or from which the licence allows to recruit.</summary>
    public required IReadOnlyList<string> Countries { get; init; }
}
