using MassTransit;

namespace Gms.Events.Recruitment;

/// <summary>An inspection is over: everything that the agency had to correct is corrected.</summary>
/// <remarks>Nothing about a person.</remarks>
[MessageUrn("gms:recruitment:inspection-closed:1")]
[EntityName("gms.recruitment.inspection-closed")]
public sealed record InspectionClosed : IEvent
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
}
