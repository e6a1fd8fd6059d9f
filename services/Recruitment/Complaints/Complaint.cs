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

/// <summary>A complaint about recruitment or work. How it stands; what was said and done is in its entries.</summary>
public sealed class Complaint
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The holder: the contract's country, or the one addressed.</summary>
    public required string Country { get; init; }

    public required string WorkerNumber { get; init; }

    public Guid? ContractId { get; init; }

    public Contract? Contract { get; init; }

    /// <summary>The agency complained about; null when there is none, or nobody knows which.</summary>
    public Guid? AgencyId { get; init; }

    public required ComplaintCategory Category { get; init; }

    public required ComplaintUrgency Urgency { get; init; }

    public ComplaintState State { get; private set; } = ComplaintState.Opened;

    public required ComplaintTeller ToldBy { get; init; }

    /// <summary>The organisation that opened it, which stays a party; empty for a worker who did.</summary>
    public required string Organisation { get; init; }

    public required string Subject { get; init; }

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    public IReadOnlyList<ContractDifference> Differences { get; init; } = [];

    /// <summary>What was shown in place of the registered contract: the hash of it; null for any other complaint.</summary>
    public string? Shown { get; init; }

    /// <summary>What opened it by itself: one that is not over for each contract; null when somebody told it.</summary>
    public string? Cause { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>The day by which the step that it stands at should have been taken.</summary>
    public required DateOnly DueOn { get; set; }

    /// <summary>The day by which the whole of it should be over.</summary>
    public DateOnly CloseBy { get; internal set; }

    /// <summary>The agency is not told whose complaint it is.</summary>
    public bool NameWithheld { get; set; }

    /// <summary>Somebody said that the worker suffers for having complained.</summary>
    public bool Retaliation { get; private set; }

    /// <summary>How often the next office was told that the step is late.</summary>
    public int Escalation { get; private set; }

    /// <summary>The day by which the agency has to answer; null until it is asked.</summary>
    public DateOnly? AnswerDueOn { get; private set; }

    public DateOnly? AnsweredOn { get; private set; }

    public ComplaintFinding? Finding { get; private set; }

    public DateOnly? FoundOn { get; private set; }

    /// <summary>The account that decided it.</summary>
    public string? FoundBy { get; private set; }

    /// <summary>An appeal was made: there is one only.</summary>
    public bool Appealed { get; private set; }

    public ComplaintRemedy? Remedy { get; private set; }

    public Money? RemedyAmount { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    /// <summary>1, 2, 3 … with each step: the subject version of its events.</summary>
    public long Version { get; private set; } = 1;

    public List<ComplaintEntry> Entries { get; private init; } = [];

    public List<RemedyDone> Remedies { get; private init; } = [];

    public bool IsOver => State is ComplaintState.Closed or ComplaintState.Withdrawn;

    /// <summary>A decision that is appealed does not count until it is decided anew.</summary>
    public bool IsUpheld => State != ComplaintState.Appealed && Finding is ComplaintFinding.Upheld or ComplaintFinding.PartlyUpheld;

    /// <summary>Neither taken back nor found to be without ground.</summary>
    public bool CountsAgainst => State != ComplaintState.Withdrawn && (State == ComplaintState.Appealed || Finding != ComplaintFinding.Unfounded);

    /// <summary>Whether a step is late by that day: one that was put before the next office stays late, whatever new day it was given.</summary>
    public bool IsStepLateOn(DateOnly day) => !IsOver && (Escalation > 0 || DueOn < day);

    /// <summary>Whether a step is late by that day, or the agency was asked and did not answer in its time.</summary>
    public bool IsLateOn(DateOnly day) => IsStepLateOn(day) || (!IsOver && AnswerDueOn < day && AnsweredOn is null);

    /// <summary>The agency knows of it from the day on which it is asked, or has to put something right.</summary>
    public bool IsKnownToAgency => AnswerDueOn is not null || Remedy is not null;

    /// <summary>Not the agency: who is complained about does not see who complains.</summary>
    public Reach Reach => new()
    {
        Countries = Contract is null ? [Country] : [Country, Contract.Origin, Contract.Destination],
        Organisations = Organisation.Length == 0 ? [] : [Organisation],
        Worker = WorkerNumber,
    };

    /// <summary>What the agency still owes in money; null when nothing is owed in money.</summary>
    public Money? StillOwed => RemedyAmount is { } owed ? owed with { Minor = owed.Minor - Remedies.Sum(r => r.Amount?.Minor ?? 0) } : null;

    internal void Ask(DateOnly dueOn)
    {
        AnswerDueOn = dueOn;
        Become(ComplaintStep.PutToAgency, dueOn);
    }

    internal void Answer(DateOnly on, DateOnly dueOn)
    {
        AnsweredOn = on;
        Become(ComplaintStep.Answer, dueOn);
    }

    internal void Decide(ComplaintFinding finding, ComplaintRemedy? remedy, Money? amount, string account, DateOnly on, DateOnly dueOn)
    {
        (Finding, FoundOn, FoundBy, Remedy, RemedyAmount) = (finding, on, account, remedy, amount);
        Become(remedy is null ? ComplaintStep.Dismiss : ComplaintStep.Uphold, dueOn);
        // An appeal that confirms what was put right before leaves nothing to put right.
        if (remedy is not null && Remedies.Exists(r => r.Kind == remedy) && (StillOwed is null || StillOwed.Minor == 0))
            State = State.After(ComplaintStep.Remedy)!.Value;
    }

    internal void Become(ComplaintStep step, DateOnly dueOn)
    {
        State = State.After(step) ?? throw new InvalidOperationException($"{State} knows no {step}.");
        Appealed |= step == ComplaintStep.Appeal;
        (DueOn, Escalation) = (dueOn, 0);
        Version++;
    }

    internal void End(ComplaintStep step, DateOnly on)
    {
        Become(step, DueOn);
        ClosedOn = on;
    }

    internal void Escalate(DateOnly dueOn)
    {
        Escalation++;
        DueOn = dueOn;
        Version++;
    }

    /// <summary>Something is still owed: the state and its day stay.</summary>
    internal void RemediedInPart() => Version++;

    internal void ReportRetaliation()
    {
        Retaliation = true;
        Version++;
    }
}

/// <summary>Something that supports a complaint: where it is kept, and its text when it is a version of a contract.</summary>
public sealed record Evidence(string Kind, string Reference, string? Text);
