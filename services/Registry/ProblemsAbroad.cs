using Gms.Platform;

namespace Gms.Registry;

/// <summary>Why calls at the border, about stays abroad and about returns are refused.</summary>
static partial class Problems
{
    public static Problem CrossingWorkerUnknown() =>
        new("CROSSING_WORKER_UNKNOWN", "No worker is enrolled under this number.", "worker_number", "Compare the number with the paper.");

    public static Problem CrossingDepartureUnknown() =>
        new("CROSSING_DEPARTURE_UNKNOWN", "There is no such departure from or to this country.", "departure_id", "Record the crossing with the worker number alone.");

    public static Problem CrossingWorkerMissing() =>
        new("CROSSING_WORKER_MISSING", "Neither the departure nor the worker is named.", "worker_number", "Send departure_id, worker_number or both.");

    public static Problem CrossingInFuture() => new("CROSSING_IN_FUTURE", "The crossing lies in the future.", "crossed_at", "Set the clock of the post right, or leave the time unset.");

    public static Problem CrossingBeforeBirth() => new("CROSSING_BEFORE_BIRTH", "The crossing lies before the worker's birth.", "crossed_at", "Compare the time and the worker number.");

    public static Problem CrossingCheckpointElsewhere(string checkpoint, string country) =>
        new("CROSSING_CHECKPOINT_ELSEWHERE", $"The checkpoint {checkpoint} is not on the border of {country}.", "checkpoint", "Name the post where the worker crossed, or none.");

    public static Problem CrossingDepartureOfAnother() =>
        new("CROSSING_DEPARTURE_OF_ANOTHER", "The departure is another worker's.", "departure_id", "Compare both with the papers; record the crossing with the worker number alone if in doubt.");

    public static Problem CrossingTwice() => new("CROSSING_TWICE", "This crossing was recorded before.", "crossed_at", "Nothing to do.");

    public static Problem CrossingTimeMalformed() =>
        new("CROSSING_TIME_MALFORMED", "crossed_at is not a time with its distance from UTC.", "crossed_at", "Write 2026-12-01T07:30+07:00.");

    public static Problem ReturnWorkerUnknown() =>
        new("RETURN_WORKER_UNKNOWN", "No worker is enrolled under this number.", "worker_number", "Compare the number with the paper; enrol the person first.");

    public static Problem StayDepartureUnknown() =>
        new("STAY_DEPARTURE_UNKNOWN", "There is no such departure to your country.", "departure_id", "Use the id that stands on the worker's timeline.");

    public static Problem StayNotCleared() => new("STAY_NOT_CLEARED", "The departure was not cleared.", "departure_id", "Use the departure under which the worker came.");

    public static Problem StayNotExtended() =>
        new("STAY_NOT_EXTENDED", "The day is not after the one until which the stay is allowed already.", "until", "Compare both days with the permit.");

    public static Problem StayChangeInFuture() => new("STAY_CHANGE_IN_FUTURE", "The day of the change lies in the future.", "changed_on", "Record it when it has happened.");

    public static Problem StayChangedAlready() => new("STAY_CHANGED_ALREADY", "This change was recorded before.", "departure_id", "Nothing to do.");

    public static Problem DistressWorkerUnknown() =>
        new("DISTRESS_WORKER_UNKNOWN", "There is no worker with this number.", "worker_number", "Compare the number with the paper; call the ministry of the country of origin if the person is in danger now.");

    public static Problem DistressNotFound() => new("DISTRESS_NOT_FOUND", "There is no such case among those you may see.", "case_id", "Use an id that ListDistress answered.");

    public static Problem DistressToldByOther() =>
        new("DISTRESS_TOLD_BY_OTHER", "Who gave the signal does not fit who signed in.", "told_by", "A worker signals as the worker, a civil-society officer as civil society or family, another officer as officer or family.");

    public static Problem DistressNotAnswered() =>
        new("DISTRESS_NOT_ANSWERED", "An answer says that the worker was reached, or closes the case.", "state", "Send REACHED or CLOSED.");

    public static Problem DistressClosed() => new("DISTRESS_CLOSED", "The case is closed.", "case_id", "Raise a new signal.");

    public static Problem FlowRebuildRunning() =>
        new("FLOW_REBUILD_RUNNING", "Figures are being added up already.", "request_id", "Wait until it is done.");

    public static Problem ReturnNotFound() => new("RETURN_NOT_FOUND", "There is no such return among those you may see.", "return_id", "Use the id that RecordReturn or the report of the import answered.");

    public static Problem ReturnWithinCountry() => new("RETURN_WITHIN_COUNTRY", "The worker came from the country returned to.", "from", "Name the country of work.");

    public static Problem ReturnInFuture() => new("RETURN_IN_FUTURE", "The day of return lies in the future.", "returned_on", "Record the return when it has happened.");

    public static Problem ReturnBeforeBirth() => new("RETURN_BEFORE_BIRTH", "The day of return lies before the worker's birth.", "returned_on", "Compare the day and the worker number.");

    public static Problem ReturnBeforeArrival() =>
        new("RETURN_BEFORE_ARRIVAL", "The day of return lies before the arrival recorded for that departure.", "returned_on", "Compare the day, or name the departure whose stay ended.");

    public static Problem ReturnDepartureUnknown() =>
        new("RETURN_DEPARTURE_UNKNOWN", "There is no such departure of this worker.", "departure_id", "Record the return without it.");

    public static Problem ReturnTwice() => new("RETURN_TWICE", "A return of this worker to this country on this day was recorded before.", "returned_on", "Nothing to do.");
}
