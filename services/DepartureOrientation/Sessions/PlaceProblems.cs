using Gms.Platform;

namespace Gms.DepartureOrientation.Sessions;

/// <summary>Why a session is not changed, and a place not given or given up.</summary>
static class PlaceProblems
{
    public static Problem SessionCancelled() =>
        new("SESSION_CANCELLED", "The session was cancelled.", "session_id", "Choose another session.");

    public static Problem SessionBegun() =>
        new("SESSION_BEGUN", "The session's first day has come, or somebody's attendance is on record.", "session_id", "Let it take place, and plan another one.");

    public static Problem SessionPlacesTaken(int enrolled) =>
        new("SESSION_PLACES_TAKEN", $"{enrolled} workers have a place already.", "places", "Send a number that is not below it.");

    public static Problem SessionNothingToChange() =>
        new("SESSION_NOTHING_TO_CHANGE", "Nothing would change.", "session_id", "Send what is to be another.");

    public static Problem SessionWaitsAlready() =>
        new("SESSION_WAITS_ALREADY", "The worker waits for a place in this session already.", "worker_number", "Nothing more is needed: whoever gives up a place makes room in order.");

    public static Problem SessionAgencyNotOwnWorker() =>
        new("SESSION_NOT_OWN_WORKER", "The agency has no contract of that worker on record.", "worker_number", "Register the contract first, or let the worker or the ministry ask for the place.");

    public static Problem PlaceNotHeld() =>
        new("PLACE_NOT_HELD", "The worker neither has a place in this session nor waits for one.", "worker_number", "Nothing more is needed.");

    public static Problem PlaceAttended() =>
        new("PLACE_ATTENDED", "The worker has attended on this place.", "worker_number", "Leave it: attendance stays on record.");
}
