using MassTransit;

namespace Gms.Events.Recruitment;

/// <summary>Somebody acts for an agency from a day on, or until a day: a branch, an officer or signatory, an office abroad, a sub-agent.</summary>
/// <remarks>Ids and days only: who it is is asked of Representatives.ListRepresentatives.</remarks>
[MessageUrn("gms:recruitment:agency-represented:1")]
[EntityName("gms.recruitment.agency-represented")]
public sealed record AgencyRepresented : IEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    public required Guid AgencyId { get; init; }

    /// <summary>The agency's country, ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    public required Guid RepresentativeId { get; init; }

    /// <summary>Branch, LegalRepresentative, Signatory, Officer, SubAgent or OfficeAbroad.</summary>
    public required string Kind { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>Inclusive; null while it has no end.</summary>
    public DateOnly? LastDay { get; init; }
}
