using MassTransit;

namespace Gms.Events.SocialSecurity;

/// <summary>Months were filed in bulk by an employer's list: one event for each committed piece of up to 500.</summary>
/// <remarks>The subject is the import. No amount is told. A row that said what is on record is not told again.</remarks>
[MessageUrn("gms:social-security:contributions-filed:1")]
[EntityName("gms.social-security.contributions-filed")]
public sealed record ContributionsFiled : IWorkersEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The import's id.</summary>
    public required string SubjectId { get; init; }

    /// <summary>1, 2, 3 … per import.</summary>
    public required long SubjectVersion { get; init; }

    /// <summary>For whom something was filed, each once.</summary>
    public required IReadOnlyList<string> WorkerNumbers { get; init; }

    /// <summary>The country of the schemes.</summary>
    public required string Country { get; init; }

    /// <summary>The months.</summary>
    public required IReadOnlyList<FiledContribution> Contributions { get; init; }
}

/// <summary>One month of a filing.</summary>
public sealed record FiledContribution
{
    public required Guid ContributionId { get; init; }

    public required string WorkerNumber { get; init; }

    public required Guid MembershipId { get; init; }

    /// <summary>The scheme, for example TH-SSF-33.</summary>
    public required string Scheme { get; init; }

    /// <summary>First day of the month for which it is.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>Paid, Short, Unpaid, Over or NotComputable.</summary>
    public required string State { get; init; }

    /// <summary>True when the month counts for benefits.</summary>
    public required bool Counts { get; init; }

    /// <summary>0 as first filed; 1, 2 … when it corrects what was filed before.</summary>
    public required int Correction { get; init; }
}
