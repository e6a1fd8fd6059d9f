using MassTransit;

namespace Gms.Events.SocialSecurity;

/// <summary>One month of a membership was posted.</summary>
/// <remarks>The subject is the contribution. No amount is told.</remarks>
[MessageUrn("gms:social-security:contribution-posted:1")]
[EntityName("gms.social-security.contribution-posted")]
public sealed record ContributionPosted : IWorkerEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The contribution's id.</summary>
    public required string SubjectId { get; init; }

    /// <summary>Always 1: a posting does not change.</summary>
    public required long SubjectVersion { get; init; }

    public required string WorkerNumber { get; init; }

    /// <summary>The country of the scheme.</summary>
    public required string Country { get; init; }

    public required Guid MembershipId { get; init; }

    /// <summary>The scheme, for example TH-SSF-33.</summary>
    public required string Scheme { get; init; }

    /// <summary>First day of the month for which it is.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>Paid, Short, Unpaid, Over or NotComputable.</summary>
    public required string State { get; init; }

    /// <summary>True when the month counts for benefits.</summary>
    public required bool Counts { get; init; }
}
