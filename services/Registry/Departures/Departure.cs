namespace Gms.Registry.Departures;

/// <summary>Where a departure stands. Exits and arrivals are recorded beside it, see Crossings.</summary>
public enum DepartureStatus
{
    /// <summary>Received and not yet decided: the receipt is out, the facts are being asked.</summary>
    Received,
    Cleared,
    Held,
    Refused,
}

/// <summary>An application to depart, from the receipt to the last decision. Held by the country of origin.</summary>
public sealed class Departure
{
    Guid? _agencyId;

    /// <summary>The receipt.</summary>
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid RequestId { get; init; }

    /// <summary>Hash of the request: a repeat is known by it, another content under the same id too.</summary>
    public required byte[] RequestHash { get; init; }

    public required string WorkerNumber { get; init; }

    public Guid? ContractId { get; init; }

    /// <summary>The agency that applies, or whose contract it is; null until known, or without one.</summary>
    public Guid? AgencyId { get => _agencyId; init => _agencyId = value; }

    /// <summary>True when the agency itself applied: then it is told nothing under a contract of another.</summary>
    public required bool ByAgency { get; init; }

    /// <summary>The country of departure, which holds the record.</summary>
    public required string Origin { get; init; }

    public required string Destination { get; init; }

    public required string Channel { get; init; }

    public string? Checkpoint { get; init; }

    public required DateOnly PlannedOn { get; init; }

    public required string EmploymentType { get; init; }

    /// <summary>Who asked: facts asked for later are asked, and disclosed, in this name.</summary>
    public required string Account { get; init; }

    public required string Organisation { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public DepartureStatus Status { get; private set; } = DepartureStatus.Received;

    /// <summary>The parts whose answer is waited for, while held.</summary>
    public List<string> MissingParts { get; private set; } = [];

    /// <summary>The employer of the contract; null until known, or without one.</summary>
    public Guid? EmployerId { get; private set; }

    /// <summary>Since when it waits: the age of an exception. Null while it does not.</summary>
    public DateTimeOffset? HeldAt { get; private set; }

    /// <summary>The officer's account that looks at it; null while nobody does.</summary>
    public string? Owner { get; private set; }

    public string? OwnerOrganisation { get; private set; }

    public DateTimeOffset? OwnedAt { get; private set; }

    /// <summary>While an appeal waits: the officer whose decision is appealed, and who may not decide it. Null where the rules had decided.</summary>
    public string? NotBy { get; private set; }

    /// <summary>1 with the receipt, then 2, 3 … with each decision: the subject version of the departure's events.</summary>
    public long Version { get; private set; } = 1;

    /// <summary>Takes the verdict of the rules. Null when it changes nothing: still held, for the same reasons.</summary>
    public DepartureDecision? Take(Verdict verdict, IReadOnlyList<Finding> findings, Guid? agency, DateTimeOffset now, Guid? employer = null)
    {
        if (verdict.Status == Status && verdict.MissingParts.SequenceEqual(MissingParts))
            return null;
        Under(agency, employer);
        return Decide(verdict.Status, findings, verdict.MissingParts, now, null, null, null);
    }

    /// <summary>False for a contract of another than the agency that applies: nothing of it is kept here, shown or put on a pass.</summary>
    public bool MayBeUnder(Guid? agency) => !ByAgency || agency == _agencyId;

    /// <summary>Keeps whose contract it is and with whom, once somebody has said so: it is found by both when the agency or the employer is stopped.</summary>
    public void Under(Guid? agency, Guid? employer)
    {
        if (!MayBeUnder(agency))
            return;
        _agencyId ??= agency;
        EmployerId ??= employer;
    }

    /// <summary>The rules come to the same on other findings: what they rest on now is told, and nothing else changes.</summary>
    public DepartureDecision Confirm(IReadOnlyList<Finding> findings, DateTimeOffset now) => Decide(Status, findings, MissingParts, now, null, null, null);

    /// <summary>Takes an officer's decision; the findings stand as they were.</summary>
    public DepartureDecision Take(bool clear, string reason, string account, string organisation, IReadOnlyList<Finding> findings, DateTimeOffset now) =>
        Decide(clear ? DepartureStatus.Cleared : DepartureStatus.Refused, findings, [], now, account, organisation, reason);

    /// <summary>An officer revoked the pass: whether the worker may depart is for an officer to decide.</summary>
    public DepartureDecision Hold(string reason, string account, string organisation, IReadOnlyList<Finding> findings, DateTimeOffset now) =>
        Decide(DepartureStatus.Held, findings, [], now, account, organisation, reason);

    /// <summary>Who was refused, or the agency, asks that somebody else looks at it: it waits again, for another officer than the one who decided.</summary>
    /// <param name="last">The decision appealed.</param>
    /// <param name="grounds">Why, in the appellant's words.</param>
    /// <param name="account">Who appeals.</param>
    /// <param name="organisation">That account's organisation.</param>
    /// <param name="now">When.</param>
    public DepartureDecision Appeal(DepartureDecision last, string grounds, string account, string organisation, DateTimeOffset now)
    {
        var appeal = Decide(DepartureStatus.Held, last.Findings, [], now, account, organisation, grounds, appeal: true);
        NotBy = last.Officer;
        return appeal;
    }

    /// <summary>An officer takes it to look at.</summary>
    public void Claim(string account, string organisation, DateTimeOffset now) => (Owner, OwnerOrganisation, OwnedAt) = (account, organisation, now);

    /// <summary>Nobody looks at it any more.</summary>
    public void Release() => (Owner, OwnerOrganisation, OwnedAt) = (null, null, null);

    DepartureDecision Decide(DepartureStatus status, IReadOnlyList<Finding> findings, IReadOnlyList<string> missing, DateTimeOffset now, string? officer, string? organisation, string? reason, bool appeal = false)
    {
        HeldAt = status != DepartureStatus.Held ? null : HeldAt ?? now;
        if (status != DepartureStatus.Held)
        {
            Release();
            NotBy = null;
        }
        Status = status;
        MissingParts = [.. missing];
        Version++;
        return new()
        {
            DepartureId = Id,
            Version = Version,
            Status = status,
            Findings = findings,
            DecidedAt = now,
            Officer = officer,
            Organisation = organisation,
            Reason = reason,
            Appeal = appeal,
        };
    }
}

/// <summary>One decision about a departure, with every check it rests on. Added, never changed.</summary>
public sealed class DepartureDecision
{
    public required Guid DepartureId { get; init; }

    /// <summary>The departure's version that this decision made.</summary>
    public required long Version { get; init; }

    public required DepartureStatus Status { get; init; }

    public required IReadOnlyList<Finding> Findings { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>The officer's account; null when the rules decided.</summary>
    public string? Officer { get; init; }

    public string? Organisation { get; init; }

    /// <summary>What the officer gave as reason.</summary>
    public string? Reason { get; init; }

    /// <summary>True where it was no decision but an appeal against the one before: the account is then who appealed, the reason the grounds.</summary>
    public bool Appeal { get; init; }
}
