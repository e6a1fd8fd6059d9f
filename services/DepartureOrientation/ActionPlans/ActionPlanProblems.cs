using Gms.Platform;

namespace Gms.DepartureOrientation.ActionPlans;

/// <summary>Every reason for which calls on action plans are refused. Codes are never reused.</summary>
static class ActionPlanProblems
{
    public static Problem PlanNotFound() =>
        new("ACTION_PLAN_NOT_FOUND", "There is no such action plan.", "plan_id", "List the country's plans and send an id from there.");

    public static Problem PlanEndsBeforeStart() =>
        new("ACTION_PLAN_ENDS_BEFORE_START", "The plan would end before it starts.", "ends_on", "Send a last day that is not before the first.");

    public static Problem PlanTitleTaken() =>
        new("ACTION_PLAN_TITLE_TAKEN", "The country has an action plan of that title.", "title", "Add the measures to that one, or tell the two apart by title.");

    public static Problem MeasureNotFound() =>
        new("MEASURE_NOT_FOUND", "There is no such measure.", "measure_id", "Read the plan and send an id from there.");

    public static Problem MeasureDueOutsidePlan(DateOnly first, DateOnly last) =>
        new("MEASURE_DUE_OUTSIDE_PLAN", $"The plan runs from {first:yyyy-MM-dd} to {last:yyyy-MM-dd}.", "due_on", "Send a day within the plan.");

    public static Problem MeasureDueInPast() =>
        new("MEASURE_DUE_IN_PAST", "That day has passed.", "due_on", "Send today or a later day.");

    public static Problem MeasureEnded(MeasureState state) =>
        new("MEASURE_ENDED", $"The measure is {state}.", "measure_id", "Take back that it was done, or add another measure.");

    public static Problem MeasureNothingRevised() =>
        new("MEASURE_NOTHING_REVISED", "Neither the owner nor the last day would change.", "owner", "Send another owner or another last day.");

    public static Problem MeasureStateNotReached(MeasureState from, MeasureState to) =>
        new("MEASURE_STATE_NOT_REACHED", $"A measure does not go from {from} to {to}.", "to", "Planned goes to in progress or dropped, in progress to done or dropped, done back to in progress.");

    public static Problem MeasureReasonMissing() =>
        new("MEASURE_REASON_MISSING", "Dropping a measure, or taking back that it was done, needs a reason.", "reason", "Say why.");

    public static Problem MeasureChangedMeanwhile() =>
        new("MEASURE_CHANGED_MEANWHILE", "Somebody else moved or revised the measure just now. Nothing was written.", "measure_id", "Look where it stands, and try again.");

    public static Problem IndicatorParameterMissing(string field) =>
        new("INDICATOR_PARAMETER_MISSING", $"The figure cannot be computed without {field}.", $"parameters.{field}", "See what the figure needs in ListIndicators.");

    public static Problem IndicatorParameterNotTaken(string field) =>
        new("INDICATOR_PARAMETER_NOT_TAKEN", $"The figure is not counted by {field}.", $"parameters.{field}", "Leave it out; see what the figure takes in ListIndicators.");

    public static Problem IndicatorTwice() =>
        new("INDICATOR_TWICE", "The measure has that figure with the same parameters.", "code", "Use the one that is there.");

    public static Problem IndicatorTargetOutOfRange() =>
        new("INDICATOR_TARGET_OUT_OF_RANGE", "The target is no number from 0 to 1,000,000,000.", "target", "Send the target in the figure's unit, or none.");
}
