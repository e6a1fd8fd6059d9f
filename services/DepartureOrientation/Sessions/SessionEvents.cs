using Gms.Events.DepartureOrientation;

namespace Gms.DepartureOrientation.Sessions;

/// <summary>What sessions and places tell others.</summary>
static class SessionEvents
{
    /// <summary>As many people as one event may name.</summary>
    const int Most = 500;

    /// <summary>Tells those who hold a place or wait, all of them; without any it is told once all the same.</summary>
    /// <param name="session">The session.</param>
    /// <param name="moved">Whether more than the number of places is another.</param>
    /// <param name="workers">Who is told.</param>
    /// <param name="now">When it was changed.</param>
    public static IEnumerable<SessionChanged> Changed(Session session, bool moved, IReadOnlyList<string> workers, DateTimeOffset now) => Chunks(workers).Select(some =>
    {
        session.Changed();
        return new SessionChanged
        {
            EventId = Guid.CreateVersion7(),
            OccurredAt = now,
            SubjectId = session.Id.ToString(),
            SubjectVersion = session.Version,
            WorkerNumbers = some,
            Country = session.Country,
            SessionId = session.Id,
            StartsAt = session.StartsAt,
            EndsAt = session.EndsAt,
            Places = session.Places,
            Moved = moved,
        };
    });

    public static IEnumerable<SessionCancelled> Cancelled(Session session, IReadOnlyList<string> workers) => Chunks(workers).Select((some, i) =>
    {
        if (i > 0)
            session.Changed();
        return new SessionCancelled
        {
            EventId = Guid.CreateVersion7(),
            OccurredAt = session.CancelledAt!.Value,
            SubjectId = session.Id.ToString(),
            SubjectVersion = session.Version,
            WorkerNumbers = some,
            Country = session.Country,
            SessionId = session.Id,
            Reason = session.CancellationReason!.Value.ToString(),
            StartsAt = session.StartsAt,
        };
    });

    public static PlaceGiven MovedUp(Enrolment enrolment, DateTimeOffset now) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = now,
        SubjectId = enrolment.Id.ToString(),
        SubjectVersion = enrolment.Version,
        WorkerNumber = enrolment.WorkerNumber,
        Country = enrolment.Country,
        SessionId = enrolment.SessionId,
        StartsAt = enrolment.StartsAt,
        EndsAt = enrolment.EndsAt,
    };

    public static PlaceGivenUp GivenUp(Enrolment enrolment, DateTimeOffset now) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = now,
        SubjectId = enrolment.Id.ToString(),
        SubjectVersion = enrolment.Version,
        WorkerNumber = enrolment.WorkerNumber,
        Country = enrolment.Country,
        SessionId = enrolment.SessionId,
    };

    /// <summary>A day on which the worker was there.</summary>
    public static WorkerAttended Attended(Session session, Enrolment enrolment, DateOnly day, int minutes, DateTimeOffset now) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = now,
        SubjectId = enrolment.Id.ToString(),
        SubjectVersion = enrolment.Version,
        WorkerNumber = enrolment.WorkerNumber,
        Country = enrolment.Country,
        SessionId = session.Id,
        CurriculumId = session.CurriculumId,
        Day = day,
        Minutes = minutes,
        TotalMinutes = enrolment.Minutes,
    };

    static IEnumerable<string[]> Chunks(IReadOnlyList<string> workers) => workers.Count == 0 ? [[]] : workers.Distinct().Chunk(Most);
}
