using Gms.DepartureOrientation.Curricula;
using Gms.DepartureOrientation.Sessions;
using Gms.Platform;

namespace Gms.DepartureOrientation.Trainees;

/// <summary>What must hold for a person of staff to get a place in a training of trainers, and for the attendance. Pure.</summary>
static class TraineeRules
{
    public static IEnumerable<Problem> ToEnrol(Session session, string account)
    {
        if (session.Curriculum.Stage != Stage.TrainingOfTrainers)
            yield return Problems.TraineeOtherStage();
        if (session.Trainer.Account == account)
            yield return Problems.TraineeLeadsIt();
        if (session.State != SessionState.Planned)
            yield return Problems.SessionClosed();
        else if (session.Enrolled >= session.Places)
            yield return Problems.SessionFull();
    }

    public static IEnumerable<Problem> ToRecord(Session session, Trainee trainee, string caller, DateOnly day, int minutes, DateOnly today)
    {
        if (session.State != SessionState.Planned)
            yield return Problems.SessionClosed();
        if (trainee.Account == caller)
            yield return Problems.TraineeOwnAttendance();
        if (day < session.FirstDay || session.LastDay < day)
            yield return Problems.AttendanceOtherDay();
        else if (today < day)
            yield return Problems.AttendanceNotYet();
        if (session.Trainer.CertifiedFor(session.FirstDay, session.LastDay) is null)
            yield return Problems.SessionTrainerNotCertified();
        if (trainee.Attendance.Any(a => a.Day == day))
            yield return Problems.AttendanceRecorded();
        else if (trainee.Minutes + minutes > session.Minutes)
            yield return Problems.AttendanceTooLong(session.Minutes);
    }
}
