namespace Gms.Recruitment.Employers;

/// <summary>One thing that the labour office of the country of work said of an employer. Added, never changed.</summary>
public sealed class StandingChange
{
    public required Guid EmployerId { get; init; }

    /// <summary>1, 2, 3 … per employer.</summary>
    public required int Number { get; init; }

    public required EmployerStanding Standing { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>Inclusive, of an accreditation with an end.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>Of an accreditation, at the labour office.</summary>
    public string? Reference { get; init; }

    public string? Reason { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>What an employer is for the labour office of the country of work. Expired is told by the calendar and never recorded.</summary>
public enum EmployerStanding
{
    Accredited,
    Suspended,
    Withdrawn,
    Expired,
}
