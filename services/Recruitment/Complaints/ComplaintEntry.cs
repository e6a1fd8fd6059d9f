using Gms.Platform;

namespace Gms.Recruitment.Complaints;

/// <summary>What was said or done.</summary>
public enum ComplaintEntryKind
{
    Opened,
    PutToAgency,
    Answered,

    /// <summary>Something was said, and nothing moved.</summary>
    Said,

    Retaliation,
    Escalated,
    Decided,
    Remedied,
    Appealed,
    Closed,
    Withdrawn,
}

/// <summary>Whose side speaks.</summary>
public enum ComplaintSide
{
    Worker,
    CivilSociety,
    Officer,
    Agency,
    Registry,
}

/// <summary>One thing said or done in a complaint, and how it stood afterwards. Added, never changed.</summary>
public sealed class ComplaintEntry
{
    public required Guid ComplaintId { get; init; }

    public required int Number { get; init; }

    public required ComplaintEntryKind Kind { get; init; }

    public required ComplaintSide Side { get; init; }

    public required string Organisation { get; init; }

    public required string Text { get; init; }

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    public required bool ShownToAgency { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The day in the country that holds the complaint.</summary>
    public required DateOnly OnDay { get; init; }

    /// <summary>The day by which this should have been done; null for what has no day.</summary>
    public DateOnly? WasDueOn { get; init; }

    public required ComplaintState State { get; init; }

    public required DateOnly DueOn { get; init; }

    public ComplaintFinding? Finding { get; init; }

    public required bool Retaliation { get; init; }
}

/// <summary>What was paid back or put right, as somebody other than the agency confirms it. Added, never changed.</summary>
public sealed class RemedyDone
{
    public required Guid ComplaintId { get; init; }

    public required int Number { get; init; }

    public required ComplaintRemedy Kind { get; init; }

    public Money? Amount { get; init; }

    public required DateOnly DoneOn { get; init; }

    public required string EvidenceReference { get; init; }

    public required ComplaintSide Side { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}
