using Gms.Platform;
using Gms.Type.V1;

namespace Gms.Recruitment.Inspections;

/// <summary>Where an inspection stands.</summary>
public enum InspectionState
{
    Planned,

    /// <summary>The visit was made; what has to be corrected is not corrected yet.</summary>
    Visited,

    Closed,

    /// <summary>It was planned and is not made.</summary>
    Cancelled,
}

/// <summary>One visit of an inspectorate to an agency, held by the agency's country.</summary>
public sealed class Inspection
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    public required Guid AgencyId { get; init; }

    public InspectionState State { get; private set; } = InspectionState.Planned;

    public required DateOnly PlannedOn { get; init; }

    /// <summary>The counts for which the agency was chosen, as they stood then.</summary>
    public required IReadOnlyList<RiskCount> Reasons { get; init; }

    public DateOnly? VisitedOn { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    public required DateTimeOffset PlannedAt { get; init; }

    /// <summary>1, 2, 3 … with each step: the subject version of its events.</summary>
    public long Version { get; private set; } = 1;

    public List<InspectionFinding> Findings { get; private init; } = [];

    public List<CorrectiveAction> Actions { get; private init; } = [];

    /// <summary>Never the agency: it would know the day.</summary>
    public Reach Reach => Reach.Country(Country);

    internal void Visit(DateOnly on)
    {
        Move(InspectionState.Visited);
        VisitedOn = on;
    }

    internal void End(InspectionState as_, DateOnly on)
    {
        Move(as_);
        ClosedOn = on;
    }

    internal void Corrected() => Version++;

    void Move(InspectionState to)
    {
        State = State.CanBecome(to) ? to : throw new InvalidOperationException($"{State} cannot become {to}.");
        Version++;
    }
}

/// <summary>The life of an inspection. A step that is not here is refused.</summary>
static class InspectionFlow
{
    public static bool CanBecome(this InspectionState from, InspectionState to) => (from, to) switch
    {
        (InspectionState.Planned, InspectionState.Visited or InspectionState.Cancelled) => true,
        (InspectionState.Visited, InspectionState.Closed) => true,
        _ => false,
    };
}

/// <summary>What an inspector found of one indicator. Added, never changed.</summary>
public sealed class InspectionFinding
{
    public required Guid InspectionId { get; init; }

    public required int Number { get; init; }

    /// <summary>FR01 to FR38.</summary>
    public required string Indicator { get; init; }

    public required Outcome Outcome { get; init; }

    public required string Text { get; init; }

    public string? EvidenceReference { get; init; }
}

/// <summary>What the agency has to correct, and by when.</summary>
public sealed class CorrectiveAction
{
    public required Guid Id { get; init; }

    public required Guid InspectionId { get; init; }

    public required string Indicator { get; init; }

    public required string Text { get; init; }

    public required DateOnly DueOn { get; init; }

    public DateOnly? DoneOn { get; private set; }

    public string? EvidenceReference { get; private set; }

    internal void Done(DateOnly on, string evidence) => (DoneOn, EvidenceReference) = (on, evidence);
}

/// <summary>One count of what speaks for a visit, by name.</summary>
public sealed record RiskCount(string Name, int Value);
