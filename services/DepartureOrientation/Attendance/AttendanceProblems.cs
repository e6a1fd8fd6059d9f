using Gms.Platform;

namespace Gms.DepartureOrientation.Attendance;

/// <summary>Why attendance is not taken as proven.</summary>
static class AttendanceProblems
{
    public static Problem AttendanceOnline() =>
        new("ATTENDANCE_ONLINE", "The session is online: nobody is in a room.", "session_id", "Begin and finish its modules.");

    public static Problem AttendanceNotOnline() =>
        new("ATTENDANCE_NOT_ONLINE", "The session is not online.", "session_id", "Check in with the code that is shown there.");

    public static Problem AttendanceNotOpen(DateTimeOffset from, DateTimeOffset to) =>
        new("ATTENDANCE_NOT_OPEN", $"Codes of this session are taken from {from.UtcDateTime:yyyy-MM-dd HH:mm} to {to.UtcDateTime:yyyy-MM-dd HH:mm} UTC.", "session_id", "Come back at that time.");

    public static Problem CodeWrong(string field) =>
        new("ATTENDANCE_CODE_WRONG", field == "session_code" ? "It is not the code of this session." : "It is not one of the worker's codes.", field, "Read it again, letter by letter; renewed codes replace earlier ones.");

    public static Problem CodeExpired() =>
        new("ATTENDANCE_CODE_EXPIRED", "The code was shown earlier and is taken no more.", "session_code", "Send the code that is shown now.");

    public static Problem CodeUsed(string field) =>
        new("ATTENDANCE_CODE_USED", "The worker has used this code before.", field, field == "session_code" ? "Wait for the next code that is shown." : "Send the worker's next code.");

    public static Problem AttendanceInside() =>
        new("ATTENDANCE_INSIDE", "The worker has checked in already.", "worker_number", "Check out before checking in again.");

    public static Problem AttendanceNotInside() =>
        new("ATTENDANCE_NOT_INSIDE", "The worker has not checked in.", "worker_number", "Check in first.");

    public static Problem AttendanceElsewhere() =>
        new("ATTENDANCE_ELSEWHERE", "The worker is on record at another place at that time.", "worker_number", "Check out there first; if the worker was not there, have that session's office look at it.");

    public static Problem ModuleUnknown() =>
        new("MODULE_NOT_IN_CURRICULUM", "The curriculum has no such module.", "module_code", "Send a module's code from GetCurriculum.");

    public static Problem ModuleBegun() =>
        new("MODULE_BEGUN", "The worker has begun this module before.", "module_code", "Finish it, or begin another.");

    public static Problem ModuleNotBegun() =>
        new("MODULE_NOT_BEGUN", "The worker has not begun this module, or has finished it.", "module_code", "Begin it first.");

    public static Problem ModuleTooSoon(int minutes) =>
        new("MODULE_TOO_SOON", $"The module takes at least {minutes} minutes.", "module_code", "Finish it when they have passed.");
}
