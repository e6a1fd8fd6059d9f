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

    /// <summary>The version of the questionnaire whose items were answered; null where only the questions above were asked.</summary>
    public string? Questionnaire { get; init; }

    /// <summary>The answers by the code of their item; those to the questions above stand there too.</summary>
    public IReadOnlyDictionary<string, StatementAnswer> Answers { get; init; } = new Dictionary<string, StatementAnswer>();

    /// <summary>Who wrote it down; null where that was not recorded.</summary>
    public StatementTaker? TakenBy { get; init; }

    /// <summary>The organisation that took it; empty for a worker who wrote it.</summary>
    public string Organisation { get; init; } = "";
}

/// <summary>What a worker stated without a name about an agency. Nothing in it leads back to the worker: no contract, no account, no day. Added, never changed.</summary>
public sealed class AnonymousStatement
{
    /// <summary>A random id: one that is made in the order of time would tell when.</summary>
    public Guid Id { get; private init; } = Guid.NewGuid();

    public required Guid AgencyId { get; init; }

    /// <summary>The country of work.</summary>
    public required string Destination { get; init; }

    public required string Questionnaire { get; init; }

    public required IReadOnlyDictionary<string, StatementAnswer> Answers { get; init; }

    public required StatementTaker TakenBy { get; init; }

    /// <summary>The first day of the month in which it was recorded.</summary>
    public required DateOnly RecordedMonth { get; init; }
}
