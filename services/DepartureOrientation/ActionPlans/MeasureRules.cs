using Gms.DepartureOrientation.GoodPractices;
using Gms.Platform;

namespace Gms.DepartureOrientation.ActionPlans;

/// <summary>What must hold for a measure to be added, revised and moved. Pure.</summary>
static class MeasureRules
{
    /// <param name="plan">The plan it belongs to.</param>
    /// <param name="dueOn">Its last day.</param>
    /// <param name="practice">What it takes up; null for nothing.</param>
    /// <param name="today">Today in the plan's country.</param>
    public static IEnumerable<Problem> ToAdd(ActionPlan plan, DateOnly dueOn, GoodPractice? practice, DateOnly today)
    {
        foreach (var problem in ToBeDue(plan, dueOn, today))
            yield return problem;
        if (practice is { IsShared: false })
            yield return GoodPracticeProblems.Withdrawn("practice_id");
    }

    public static IEnumerable<Problem> ToRevise(Measure measure, ActionPlan plan, string owner, DateOnly dueOn, DateOnly today)
    {
        if (!measure.IsOpen)
            yield return ActionPlanProblems.MeasureEnded(measure.State);
        if (owner == measure.Owner && dueOn == measure.DueOn)
            yield return ActionPlanProblems.MeasureNothingRevised();
        else if (dueOn != measure.DueOn)
            foreach (var problem in ToBeDue(plan, dueOn, today))
                yield return problem;
    }

    public static IEnumerable<Problem> ToMove(Measure measure, MeasureState to, string? reason)
    {
        if (!measure.State.CanBecome(to))
            yield return ActionPlanProblems.MeasureStateNotReached(measure.State, to);
        else if (reason is null && NeedsReason(measure.State, to))
            yield return ActionPlanProblems.MeasureReasonMissing();
    }

    /// <summary>The whole life of a measure; a step that is not here is refused.</summary>
    public static bool CanBecome(this MeasureState from, MeasureState to) => (from, to) switch
    {
        (MeasureState.Planned, MeasureState.InProgress) => true,
        (MeasureState.Planned, MeasureState.Dropped) => true,
        (MeasureState.InProgress, MeasureState.Done) => true,
        (MeasureState.InProgress, MeasureState.Dropped) => true,
        // What was said to be done and turns out not to be.
        (MeasureState.Done, MeasureState.InProgress) => true,
        _ => false,
    };

    /// <summary>Who gives something up, or takes back that it was done, says why.</summary>
    static bool NeedsReason(MeasureState from, MeasureState to) => to == MeasureState.Dropped || from == MeasureState.Done;

    static IEnumerable<Problem> ToBeDue(ActionPlan plan, DateOnly dueOn, DateOnly today)
    {
        if (!plan.Holds(dueOn))
            yield return ActionPlanProblems.MeasureDueOutsidePlan(plan.StartsOn, plan.EndsOn);
        if (dueOn < today)
            yield return ActionPlanProblems.MeasureDueInPast();
    }
}
