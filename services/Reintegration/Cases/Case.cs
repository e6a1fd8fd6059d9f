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
    public required string From { get; set; }

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

    /// <summary>The latest exit known while the case was open, and by which departure: what it turns out to be when the case is closed.</summary>
    public DateOnly? LastExitOn { get; private set; }

    public Guid? LastExitDepartureId { get; private set; }

    /// <summary>The first day on which the order is another one although nothing is recorded; null when no such day is known.</summary>
    public DateOnly? TriageChangesOn { get; private set; }

    /// <summary>The key of what was told within it, wrapped by the service's column key; null once the person was erased, and before a case from earlier has one.</summary>
    public byte[]? CaseKey { get; private set; }

    public int? KeyVersion { get; private set; }

    public DateTimeOffset? ErasedAt { get; private set; }

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
    /// <remarks>Where the worker came from and when is known best by the return on record; why, by whoever spoke with the worker.</remarks>
    public void Arrive(Guid? returnId, string from, DateOnly on, string reason)
    {
        (ReturnId, From, ReturnedOn) = (returnId ?? ReturnId, from, on);
        if (State != CaseState.BeforeReturn)
            return;
        Reason = reason;
        State = Counsellor is null ? CaseState.Opened : CaseState.Assigned;
    }

    public void Order(Triage triage, DateOnly? changesOn) => (TriageOrder, Urgent, TriageChangesOn) = (triage.Order, triage.Urgent, changesOn);

    public void TakeKey(WrappedKey key) => (CaseKey, KeyVersion) = (key.Bytes, key.Version);

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
        if (outcome == CaseOutcome.ReMigrated && LastExitOn is { } left)
            LeaveAgain(left, LastExitDepartureId);
        Version++;
    }

    /// <summary>Goes on with the case. How it was closed before stays on record.</summary>
    public void Reopen(byte[] reason, string account, DateOnly today)
    {
        Reopenings.Add(new() { Number = Reopenings.Count + 1, ReopenedOn = today, ReopenedBy = account, ReasonEncrypted = reason, ClosedOn = ClosedOn!.Value, Outcome = Outcome!.Value });
        (State, Outcome, ClosedOn) = (Counsellor is null ? CaseState.Opened : CaseState.Assigned, null, null);
        (LeftAgainOn, NextDepartureId, LastExitOn, LastExitDepartureId) = (null, null, null, null);    // the worker is here again
        Version++;
    }

    /// <summary>An exit while the case is open: the worker may be back tomorrow, or may have left for good.</summary>
    public void SeenLeaving(DateOnly on, Guid? departure)
    {
        if (LastExitOn is not { } known || on >= known)
            (LastExitOn, LastExitDepartureId) = (on, departure);
    }

    public void LeaveAgain(DateOnly on, Guid? departure) => (LeftAgainOn, NextDepartureId) = (on, departure);
}
