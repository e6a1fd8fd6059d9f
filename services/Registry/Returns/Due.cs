using Gms.Platform;

namespace Gms.Registry.Returns;

/// <summary>How much is known of something that may be owed. Unknown is never nothing.</summary>
enum DueState
{
    Known,
    Unknown,
    PartDidNotAnswer,
}

/// <summary>One line of what is owed at return.</summary>
sealed record Due(string Topic, DueState State, string Text)
{
    public const string LastWages = "LAST_WAGES";
    public const string WayHome = "WAY_HOME";
    public const string Fees = "FEES";
    public const string Insurance = "INSURANCE";
    public const string Papers = "PAPERS";

    public string ContractId { get; init; } = "";

    public string MembershipId { get; init; } = "";

    public string Source { get; init; } = "";

    /// <summary>What tells it apart from others of one topic and contract or membership.</summary>
    public string Part { get; init; } = "";

    public Money? Amount { get; init; }
}
