using Gms.Platform;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Sessions;

partial class SessionsService
{
    const int MostPlaces = 200;

    public override async Task<Proto.ListPlacesResponse> ListPlaces(Proto.ListPlacesRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var numbers = await db.NumbersOf(number, cancel);
        call.Reaches(new() { Worker = number });

        // A worker has few: those that the caller's scope does not reach are left out here.
        var places = await db.Enrolments.AsNoTracking().Where(e => numbers.Contains(e.WorkerNumber)).OrderByDescending(e => e.Id).Take(MostPlaces).ToListAsync(cancel);
        Guid[] ids = [.. places.Select(e => e.SessionId).Distinct()];
        var sessions = await db.Sessions.AsNoTracking().Include(s => s.Institution).Include(s => s.Curriculum).Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, cancel);
        var shown = places.Where(e => call.Reaches(ReachOf(sessions[e.SessionId], e))).ToList();

        var inSince = await InSince([.. shown.Select(e => e.Id)], cancel);

        foreach (var told in shown.Select(e => e.WorkerNumber).Distinct())
            call.Disclose(told, "session_enrolment", "attendance");
        return new() { Places = { shown.Select(e => Place(e, sessions[e.SessionId], inSince)) } };
    }

    static Reach ReachOf(Session session, Enrolment place) =>
        session.Institution.Reach with { Worker = place.WorkerNumber, Agencies = place.AgencyId is { } agency ? [agency] : [] };

    static Proto.Place Place(Enrolment place, Session session, IReadOnlyDictionary<Guid, DateTimeOffset> inSince) => new()
    {
        EnrolmentId = place.Id.ToString(),
        SessionId = place.SessionId.ToString(),
        State = place.State.ToProto(),
        WaitingNumber = place.State == EnrolmentState.Waiting ? place.WaitingNumber!.Value : 0,
        StartsAt = Timestamp.FromDateTimeOffset(place.StartsAt),
        EndsAt = Timestamp.FromDateTimeOffset(place.EndsAt),
        Minutes = place.Minutes,
        ProvenMinutes = place.ProvenMinutes,
        Title = session.Curriculum.Title,
        Institution = session.Institution.Name,
        Room = session.Room,
        Mode = session.Mode.ToProto(),
        SessionState = session.State.ToProto(),
        Country = session.Country,
        InSince = inSince.TryGetValue(place.Id, out var since) ? Timestamp.FromDateTimeOffset(since) : null,
    };
}
