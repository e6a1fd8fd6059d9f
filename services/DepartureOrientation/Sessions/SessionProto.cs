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
        Attendees = { enrolments.Select(e => new Proto.Attendee { EnrolmentId = e.Id.ToString(), WorkerNumber = e.WorkerNumber, Minutes = e.Minutes }) },
    };

    public static Proto.SessionState ToProto(this SessionState state) => state switch
    {
        SessionState.Planned => Proto.SessionState.Planned,
        SessionState.Closed => Proto.SessionState.Closed,
    };
}
