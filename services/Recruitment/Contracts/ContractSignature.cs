namespace Gms.Recruitment.Contracts;

/// <summary>Who signed a version of a contract, when and how. Added, never changed.</summary>
public sealed class ContractSignature
{
    public required Guid ContractId { get; init; }

    /// <summary>The version's.</summary>
    public required int Number { get; init; }

    public required ContractParty Party { get; init; }

    public required SigningMethod Method { get; init; }

    public required DateOnly SignedOn { get; init; }

    /// <summary>The person who signed for the employer or the agency; null for the worker.</summary>
    public string? Signatory { get; init; }

    /// <summary>Who saw it.</summary>
    public string? Witness { get; init; }

    /// <summary>Of the text that was signed.</summary>
    public required string Hash { get; init; }

    /// <summary>Who recorded it; empty for the worker's own account.</summary>
    public required string Organisation { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>Who signs a contract.</summary>
public enum ContractParty
{
    Worker,
    Employer,
    Agency,
}

/// <summary>How it is signed.</summary>
public enum SigningMethod
{
    Ink,
    Thumbprint,
    Electronic,
}
