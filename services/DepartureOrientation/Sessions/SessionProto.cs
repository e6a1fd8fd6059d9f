using Google.Protobuf.WellKnownTypes;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Sessions;

/// <summary>How sessions are shown.</summary>
static class SessionProto
{
    public static Proto.Session ToProto(this Session session, IEnumerable<Enrolment> enrolments) => new()
    {
        SessionId = session.Id.ToString(),
        Country = session.Country,
        CurriculumId = session.CurriculumId.ToString(),
        InstitutionId = session.InstitutionId.ToString(),
        TrainerId = session.TrainerId.ToString(),
        Room = session.Room,
        Places = session.Places,
        Enrolled = session.Enrolled,
        Language = session.Language,
        StartsAt = Timestamp.FromDateTimeOffset(session.StartsAt),
        EndsAt = Timestamp.FromDateTimeOffset(session.EndsAt),
        State = session.State.ToProto(),
        Mode = session.Mode.ToProto(),
        CancellationReason = session.CancellationReason?.ToProto() ?? Proto.CancellationReason.Unspecified,
        Attendees =
        {
            enrolments.Select(e => new Proto.Attendee { EnrolmentId = e.Id.ToString(), WorkerNumber = e.WorkerNumber, Minutes = e.Minutes, ProvenMinutes = e.ProvenMinutes, State = e.State.ToProto(), WaitingNumber = e.State == EnrolmentState.Waiting ? e.WaitingNumber!.Value : 0 }),
        },
    };

    public static Proto.SessionState ToProto(this SessionState state) => state switch
    {
        SessionState.Planned => Proto.SessionState.Planned,
        SessionState.Closed => Proto.SessionState.Closed,
        SessionState.Cancelled => Proto.SessionState.Cancelled,
    };

    public static Proto.SessionMode ToProto(this SessionMode mode) => mode switch
    {
        SessionMode.Room => Proto.SessionMode.Room,
        SessionMode.Border => Proto.SessionMode.Border,
        SessionMode.Online => Proto.SessionMode.Online,
    };

    public static Proto.EnrolmentState ToProto(this EnrolmentState state) => state switch
    {
        EnrolmentState.Placed => Proto.EnrolmentState.Placed,
        EnrolmentState.Waiting => Proto.EnrolmentState.Waiting,
        EnrolmentState.Withdrawn => Proto.EnrolmentState.Withdrawn,
        EnrolmentState.Cancelled => Proto.EnrolmentState.Cancelled,
    };

    static Proto.CancellationReason ToProto(this CancellationReason reason) => reason switch
    {
        CancellationReason.TrainerUnavailable => Proto.CancellationReason.TrainerUnavailable,
        CancellationReason.RoomUnavailable => Proto.CancellationReason.RoomUnavailable,
        CancellationReason.TooFewEnrolled => Proto.CancellationReason.TooFewEnrolled,
        CancellationReason.SafetyOrHealth => Proto.CancellationReason.SafetyOrHealth,
    };
}
