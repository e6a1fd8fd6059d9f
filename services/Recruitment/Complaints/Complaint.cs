using Gms.Platform;
using Gms.Recruitment.Contracts;

namespace Gms.Recruitment.Complaints;

/// <summary>What a complaint is about.</summary>
public enum ComplaintCategory
{
    ContractDiffers,
    Costs,
    PapersHeld,
    Wages,
    Conditions,
    Abuse,
    Other,
}

/// <summary>How soon somebody must look.</summary>
public enum ComplaintUrgency
{
    Normal,
    Urgent,
    Emergency,
}

/// <summary>Where a complaint stands.</summary>
public enum ComplaintState
{
    Opened,
}

/// <summary>Who told it.</summary>
public enum ComplaintTeller
{
    Worker,
    Family,
    CivilSociety,
    Officer,

    /// <summary>Two records that contradict each other.</summary>
    Registry,
}

/// <summary>A complaint about recruitment or work.</summary>
public sealed class Complaint
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The holder: the contract's country, or the one addressed.</summary>
    public required string Country { get; init; }

    public required string WorkerNumber { get; init; }

    public Guid? ContractId { get; init; }

    public Contract? Contract { get; init; }

    public required ComplaintCategory Category { get; init; }

    public required ComplaintUrgency Urgency { get; init; }

    public ComplaintState State { get; private init; } = ComplaintState.Opened;

    public required ComplaintTeller ToldBy { get; init; }

    /// <summary>The organisation that opened it, which stays a party; empty for a worker who did.</summary>
    public required string Organisation { get; init; }

    public required string Subject { get; init; }

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    public IReadOnlyList<ContractDifference> Differences { get; init; } = [];

    /// <summary>What was shown in place of the registered contract: the hash of it; null for any other complaint.</summary>
    public string? Shown { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>The day by which somebody should have looked.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Not the agency: who is complained about does not see who complains.</summary>
    public Reach Reach => new()
    {
        Countries = Contract is null ? [Country] : [Country, Contract.Origin, Contract.Destination],
        Organisations = Organisation.Length == 0 ? [] : [Organisation],
        Worker = WorkerNumber,
    };
}

/// <summary>Something that supports a complaint: where it is kept, and its text when it is a version of a contract.</summary>
public sealed record Evidence(string Kind, string Reference, string? Text);
