using Gms.Platform;
using Gms.Reintegration.Plans;

namespace Gms.Reintegration.Cases;

/// <summary>The life of a case.</summary>
public enum CaseState
{
    BeforeReturn,
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
    BeforeReturn,
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
    public required string Reason { get; set; }

    /// <summary>The day of return; before it, the day on which it is expected.</summary>
    public required DateOnly ReturnedOn { get; set; }
    public required DateTimeOffset OpenedAt { get; init; }
    public CaseState State { get; private set; } = CaseState.Opened;

    /// <summary>The sum by which cases are put in order, as Triage explains it.</summary>
    public int TriageOrder { get; private set; }

    /// <summary>Whether a sign calls for the shorter deadlines.</summary>
    public bool Urgent { get; private set; }

    /// <summary>What the worker said yes to, for a case opened before return.</summary>
    public DateOnly? ConsentGivenOn { get; private set; }

    public ConsentForm? ConsentForm { get; private set; }

    public string? ConsentLanguage { get; private set; }

    /// <summary>The counsellor's account.</summary>
    public string? Counsellor { get; private set; }

    /// <summary>The counsellor's organisation, whose staff may work on the case.</summary>
    public string? Office { get; private set; }

    /// <summary>The plan that holds now.</summary>
    public Guid? PlanId { get; private set; }

    public DateOnly? ClosedOn { get; private set; }
    public CaseOutcome? Outcome { get; private set; }

    /// <summary>The day on which the worker left again after this case; null while no such exit is known.</summary>
    public DateOnly? LeftAgainOn { get; private set; }

    /// <summary>The departure by which the worker left again; null where the exit names none.</summary>
    public Guid? NextDepartureId { get; private set; }

    public List<CaseSign> Signs { get; init; } = [];

    public List<CaseReopening> Reopenings { get; init; } = [];

    /// <summary>The number of its last event.</summary>
    public long Version { get; private set; } = 1;

    /// <summary>The country returned to, the counsellor's office, and the worker.</summary>
    public Reach Reach => new() { Countries = [Country], Organisations = Office is null ? [] : [Office], Worker = WorkerNumber };

    /// <summary>Holds the case before the return, as the worker agreed.</summary>
    public Case Before(Consent consent)
    {
        (State, ConsentGivenOn, ConsentForm, ConsentLanguage) = (CaseState.BeforeReturn, consent.GivenOn, consent.Form, consent.Language);
        return this;
    }

    /// <summary>The worker came back: by the return on record, or seen at the office.</summary>
    public void Arrive(Guid? returnId, DateOnly on, string reason)
    {
        ReturnId = returnId ?? ReturnId;
        if (State != CaseState.BeforeReturn)
            return;
        (ReturnedOn, Reason) = (on, reason);
        State = Counsellor is null ? CaseState.Opened : CaseState.Assigned;
    }

    public void Order(Triage triage) => (TriageOrder, Urgent) = (triage.Order, triage.Urgent);

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

    /// <summary>Goes on with the case. How it was closed before stays on record.</summary>
    public void Reopen(string reason, string account, DateOnly today)
    {
        Reopenings.Add(new() { Number = Reopenings.Count + 1, ReopenedOn = today, ReopenedBy = account, Reason = reason, ClosedOn = ClosedOn!.Value, Outcome = Outcome!.Value });
        (State, Outcome, ClosedOn) = (Counsellor is null ? CaseState.Opened : CaseState.Assigned, null, null);
        Version++;
    }

    public void LeaveAgain(DateOnly on, Guid? departure) => (LeftAgainOn, NextDepartureId) = (on, departure);
}
