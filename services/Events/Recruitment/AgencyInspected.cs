using MassTransit;

namespace Gms.Events.Recruitment;

/// <summary>An inspector visited an agency.</summary>
/// <remarks>Says how many indicators failed, not which. Nothing about a person.</remarks>
[MessageUrn("gms:recruitment:agency-inspected:1")]
[EntityName("gms.recruitment.agency-inspected")]
public sealed record AgencyInspected : IEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The inspection's id.</summary>
    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    public required Guid InspectionId { get; init; }

    public required Guid AgencyId { get; init; }

    /// <summary>The agency's country, ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    /// <summary>The day of the visit.</summary>
    public required DateOnly VisitedOn { get; init; }

    /// <summary>How many indicators failed.</summary>
    public required int Failed { get; init; }

    /// <summary>How many things the agency has to correct.</summary>
    public required int CorrectiveActions { get; init; }
}
