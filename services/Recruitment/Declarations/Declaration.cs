namespace Gms.Recruitment.Declarations;

/// <summary>What the worker declared about the recruitment without agency or employer present. Null is a question that was not asked. Added, never changed.</summary>
public sealed class Declaration
{
    public required Guid Id { get; init; }

    public required Guid ContractId { get; init; }

    public required string WorkerNumber { get; init; }

    /// <summary>The holder: the contract's.</summary>
    public required string Country { get; init; }

    public required DateOnly DeclaredOn { get; init; }

    /// <summary>The languages the worker reads, BCP 47.</summary>
    public required string[] Languages { get; init; }

    public bool? HoldsOwnPapers { get; init; }

    public bool? OwesRecruiter { get; init; }

    public bool? BorrowedToPay { get; init; }

    public bool? FreeToLeave { get; init; }

    public bool? HasCopy { get; init; }

    public bool? KnowsComplaintChannel { get; init; }

    /// <summary>Whether the recorded costs are all that the worker and the family paid.</summary>
    public bool? CostsComplete { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}
