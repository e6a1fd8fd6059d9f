using MassTransit;

namespace Gms.Events.SocialSecurity;

/// <summary>A worker became a member of a social-security scheme.</summary>
/// <remarks>The subject is the membership. Neither employer nor wage is told.</remarks>
[MessageUrn("gms:social-security:membership-started:1")]
[EntityName("gms.social-security.membership-started")]
public sealed record MembershipStarted : IWorkerEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The membership's id.</summary>
    public required string SubjectId { get; init; }

    /// <summary>1 for the start, 2 for the end.</summary>
    public required long SubjectVersion { get; init; }

    public required string WorkerNumber { get; init; }

    /// <summary>The country of the scheme.</summary>
    public required string Country { get; init; }

    /// <summary>The scheme, for example TH-SSF-33.</summary>
    public required string Scheme { get; init; }

    /// <summary>First day of membership.</summary>
    public required DateOnly FromDay { get; init; }

    /// <summary>Last day, where it was known from the start.</summary>
    public DateOnly? ToDay { get; init; }

    /// <summary>Kind of employment, for example FORMAL.</summary>
    public required string EmploymentType { get; init; }
}
