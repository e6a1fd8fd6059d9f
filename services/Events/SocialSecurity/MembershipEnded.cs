using MassTransit;

namespace Gms.Events.SocialSecurity;

/// <summary>A membership of a social-security scheme ended.</summary>
/// <remarks>The subject is the membership.</remarks>
[MessageUrn("gms:social-security:membership-ended:1")]
[EntityName("gms.social-security.membership-ended")]
public sealed record MembershipEnded : IWorkerEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The membership's id.</summary>
    public required string SubjectId { get; init; }

    /// <summary>1 for the start, 2 for the end, 3 where a membership that had ended was found to be recorded in error.</summary>
    public required long SubjectVersion { get; init; }

    public required string WorkerNumber { get; init; }

    /// <summary>The country of the scheme.</summary>
    public required string Country { get; init; }

    /// <summary>The scheme, for example TH-SSF-33.</summary>
    public required string Scheme { get; init; }

    /// <summary>The last day of membership, inclusive.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>EmploymentEnded, LeftCountry, NotContinued, Deceased or RecordedInError.</summary>
    public required string Reason { get; init; }
}
