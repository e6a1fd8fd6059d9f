using System.Globalization;
using Gms.Platform;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Attendance;

/// <summary>The CSV form of a row of Attendance.ImportAttendance.</summary>
static class AttendanceCsv
{
    public static readonly CsvForm<Proto.RecordAttendanceRequest> Form = new(
        new("session_id", "session_id", (row, text) => row.SessionId = text, Required: true),
        new("worker_number", "worker_number", (row, text) => row.WorkerNumber = text, Required: true),
        new("day", "day", (row, text) => row.Day = Day(text), Required: true),
        new("minutes", "minutes", (row, text) => row.Minutes = Minutes(text), Required: true));

    static Gms.Type.V1.Date Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day.ToProto()
        : throw Refuse.Invalid(PlatformProblems.DayMalformed("day", "write it as 2026-11-30"));

    static int Minutes(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? minutes : throw Refuse.Invalid(PlatformProblems.NumberOutOfRange("minutes", 1, 1440));
}
