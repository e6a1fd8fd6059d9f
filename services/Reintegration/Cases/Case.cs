using Gms.Platform;

namespace Gms.Reintegration.Cases;

/// <summary>The life of a case.</summary>
public enum CaseState
{
    Opened,
    Assigned,
    PlanAgreed,
    Closed,
}

/// <summary>How a case came about.</summary>
public enum CaseSource
{
    Return,
    WalkIn,
}

/// <summary>What became of a case.</summary>
public enum CaseOutcome
{
    Reintegrated,
    ReMigrated,
    HandedOver,
    Declined,
    Unreachable,
    OpenedInError,
}

/// <summary>The case of a worker who came back, held by the country returned to.</summary>
public sealed class Case
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The country returned to.</summary>
    public required string Country { get; init; }

    public required string WorkerNumber { get; init; }
    public required CaseSource Source { get; init; }

    /// <summary>The return at the Registry; null while a worker who walked in has none on record.</summary>
    public Guid? ReturnId { get; set; }

    /// <summary>The country left.</summary>
    public required string From { get; init; }

    /// <summary>A code of the return reasons.</summary>
    public required string Reason { get; init; }

    public required DateOnly ReturnedOn { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public CaseState State { get; private set; } = CaseState.Opened;

    /// <summary>The counsellor's account.</summary>
    public string? Counsellor { get; private set; }

    /// <summary>The counsellor's organisation, whose staff may work on the case.</summary>
    public string? Office { get; private set; }

    /// <summary>The plan that holds now.</summary>
    public Guid? PlanId { get; private set; }

    public DateOnly? ClosedOn { get; private set; }
    public CaseOutcome? Outcome { get; private set; }

    /// <summary>The number of its last event.</summary>
    public long Version { get; private set; } = 1;

    /// <summary>The country returned to, the counsellor's office, and the worker.</summary>
    public Reach Reach => new() { Countries = [Country], Organisations = Office is null ? [] : [Office], Worker = WorkerNumber };

    public void Assign(string counsellor, string office)
    {
        (Counsellor, Office) = (counsellor, office);
        if (State == CaseState.Opened)
            State = CaseState.Assigned;
    }

    public void Agree(Guid plan)
    {
        (State, PlanId) = (CaseState.PlanAgreed, plan);
        Version++;
    }

    public void Close(CaseOutcome outcome, DateOnly today)
    {
        (State, Outcome, ClosedOn) = (CaseState.Closed, outcome, today);
        Version++;
    }
}
