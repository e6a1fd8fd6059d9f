using Gms.Platform;

namespace Gms.Recruitment.Inspections;

/// <summary>Every reason for which a call about inspections is refused.</summary>
static class InspectionProblems
{
    public static Problem NotFound() =>
        new("INSPECTION_NOT_FOUND", "There is no such inspection among those of your country.", "inspection_id", "Use an id that PlanInspection or ListInspections answered.");

    public static Problem PlannedInPast() =>
        new("INSPECTION_PLANNED_IN_PAST", "The day is before today.", "planned_on", "Choose today or a later day.");

    public static Problem PlannedAlready() =>
        new("INSPECTION_PLANNED_ALREADY", "A visit to this agency is planned already.", "agency_id", "Go on with that one, or cancel it first.");

    public static Problem StepNotNow(string state) =>
        new("INSPECTION_STEP_NOT_NOW", $"The inspection is {state}: this step is not taken there.", "inspection_id", "Read the inspection again.");

    public static Problem VisitBeforePlan() =>
        new("INSPECTION_VISIT_BEFORE_PLAN", "The visit is before the day on which it was planned.", "visited_on", "Send the day of the visit; an earlier one is another inspection.");

    public static Problem VisitInFuture() =>
        new("INSPECTION_VISIT_IN_FUTURE", "The visit is after today.", "visited_on", "Record it when it has been made.");

    public static Problem NothingFound() =>
        new("INSPECTION_NOTHING_FOUND", "No finding was sent.", "findings", "Say of at least one indicator what was found, also where everything was in order.");

    public static Problem FindingTwice(string indicator) =>
        new("INSPECTION_FINDING_TWICE", $"{indicator} is found twice.", "findings", "Send one finding for each indicator.");

    public static Problem ActionWithoutFailure(string indicator) =>
        new("INSPECTION_ACTION_WITHOUT_FAILURE", $"{indicator} was not found to fail: there is nothing to correct.", "actions", "Send the finding, or leave the action out.");

    public static Problem ActionDueInPast() =>
        new("INSPECTION_ACTION_DUE_IN_PAST", "The day by which it has to be corrected is not after the visit.", "actions", "Give the agency at least a day.");

    public static Problem ActionNotFound() =>
        new("CORRECTIVE_ACTION_NOT_FOUND", "The inspection asks for no such action.", "action_id", "Use an id that GetInspection answered.");

    public static Problem ActionDoneAlready() =>
        new("CORRECTIVE_ACTION_DONE_ALREADY", "The action is done already.", "action_id", "Nothing needs to be done.");

    public static Problem ActionDoneInFuture() =>
        new("CORRECTIVE_ACTION_DONE_IN_FUTURE", "The day is after today, or before the visit.", "done_on", "Compare the day with the evidence.");

    public static Problem ActionsOpen(int open) =>
        new("INSPECTION_ACTIONS_OPEN", $"{open} of the corrective actions are not done.", "inspection_id", "Record them by CompleteAction first.");
}
