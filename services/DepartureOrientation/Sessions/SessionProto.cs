using Gms.DepartureOrientation.Curricula;
using Google.Protobuf.WellKnownTypes;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Sessions;

/// <summary>How sessions are shown.</summary>
static class SessionProto
{
    /// <param name="session">The session with its curriculum, institution and trainer.</param>
    /// <param name="enrolments">Who is enrolled.</param>
    /// <param name="inSince">By enrolment since when somebody is there; nobody else is.</param>
    public static Proto.Session ToProto(this Session session, IEnumerable<Enrolment> enrolments, IReadOnlyDictionary<Guid, DateTimeOffset> inSince) => new()
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
        Title = session.Curriculum.Title,
        Stage = session.Curriculum.Stage.ToProto(),
        Institution = session.Institution.Name,
        Trainer = session.Trainer.DisplayName,
        MinutesNeeded = session.Curriculum.MinutesNeeded,
        Attendees =
        {
            enrolments.Select(e => new Proto.Attendee
            {
                EnrolmentId = e.Id.ToString(),
                WorkerNumber = e.WorkerNumber,
                Minutes = e.Minutes,
                ProvenMinutes = e.ProvenMinutes,
                State = e.State.ToProto(),
                WaitingNumber = e.State == EnrolmentState.Waiting ? e.WaitingNumber!.Value : 0,
                InSince = inSince.TryGetValue(e.Id, out var since) ? Timestamp.FromDateTimeOffset(since) : null,
            }),
        },
    };

    public static Proto.SessionSummary ToSummary(this Session session, int waiting) => new()
    {
        SessionId = session.Id.ToString(),
        Title = session.Curriculum.Title,
        Stage = session.Curriculum.Stage.ToProto(),
        Institution = session.Institution.Name,
        Trainer = session.Trainer.DisplayName,
        Room = session.Room,
        Mode = session.Mode.ToProto(),
        Language = session.Language,
        StartsAt = Timestamp.FromDateTimeOffset(session.StartsAt),
        EndsAt = Timestamp.FromDateTimeOffset(session.EndsAt),
        State = session.State.ToProto(),
        Places = session.Places,
        Enrolled = session.Enrolled,
        Waiting = waiting,
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
