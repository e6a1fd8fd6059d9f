using Gms.Platform;
using Outcome = Gms.Type.V1.Outcome;

namespace Gms.Recruitment.Inspections;

/// <summary>What must hold for an inspection to be planned and to move. Pure.</summary>
static class InspectionRules
{
    public static IEnumerable<Problem> ToPlan(DateOnly plannedOn, DateOnly today)
    {
        if (plannedOn < today)
            yield return InspectionProblems.PlannedInPast();
    }

    public static IEnumerable<Problem> ToBecome(Inspection inspection, InspectionState to)
    {
        if (!inspection.State.CanBecome(to))
            yield return InspectionProblems.StepNotNow(inspection.State.ToString());
        else if (to == InspectionState.Closed && inspection.Actions.Count(a => a.DoneOn is null) is var open and > 0)
            yield return InspectionProblems.ActionsOpen(open);
    }

    /// <summary>What is sent of a visit: what could never be right.</summary>
    public static IEnumerable<Problem> Found(IReadOnlyCollection<InspectionFinding> findings, IReadOnlyCollection<CorrectiveAction> actions, DateOnly visitedOn)
    {
        if (findings.Count == 0)
            yield return InspectionProblems.NothingFound();
        foreach (var twice in findings.GroupBy(f => f.Indicator).Where(g => g.Count() > 1))
            yield return InspectionProblems.FindingTwice(twice.Key);
        foreach (var action in actions.Where(a => !findings.Any(f => f.Indicator == a.Indicator && f.Outcome == Outcome.Fail)))
            yield return InspectionProblems.ActionWithoutFailure(action.Indicator);
        if (actions.Any(a => a.DueOn <= visitedOn))
            yield return InspectionProblems.ActionDueInPast();
    }

    public static IEnumerable<Problem> ToVisit(Inspection inspection, DateOnly visitedOn, DateOnly today)
    {
        foreach (var problem in ToBecome(inspection, InspectionState.Visited))
            yield return problem;
        if (visitedOn > today)
            yield return InspectionProblems.VisitInFuture();
        else if (visitedOn < inspection.PlannedAt.DayIn(inspection.Country))
            yield return InspectionProblems.VisitBeforePlan();
    }

    public static IEnumerable<Problem> ToComplete(Inspection inspection, CorrectiveAction action, DateOnly doneOn, DateOnly today)
    {
        if (action.DoneOn is not null)
            yield return InspectionProblems.ActionDoneAlready();
        if (doneOn > today || doneOn < inspection.VisitedOn)
            yield return InspectionProblems.ActionDoneInFuture();
    }
}
