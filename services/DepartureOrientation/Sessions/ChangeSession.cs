using Gms.DepartureOrientation.Trainers;
using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Sessions;

partial class SessionsService
{
    public override async Task<Proto.ChangeSessionResponse> ChangeSession(Proto.ChangeSessionRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var id = Read.Id(request.SessionId, "session_id");
        await Find(db.Sessions.AsNoTracking(), id, cancel);
        await db.LockSession(id, cancel);
        var session = await Find(db.Sessions.Include(s => s.Curriculum.Modules).ThenInclude(m => m.Module).Include(s => s.Institution.Accreditations)
            .Include(s => s.Trainer.Certifications).ThenInclude(c => c.Modules).ThenInclude(m => m.Module).AsSplitQuery(), id, cancel);

        Refuse.IfAny(SessionRules.ToChange(session, await Attended(id, cancel), clock.TodayIn(session.Country)));
        var (places, another) = (session.Places, await Move(request, session, cancel));
        if (!another && session.Places == places)
            throw Refuse.Invalid(PlaceProblems.SessionNothingToChange());
        Refuse.IfAny(SessionRules.ToPlan(session, clock.TodayIn(session.Country)));
        if (session.Places < session.Enrolled)
            throw Refuse.NotNow(PlaceProblems.SessionPlacesTaken(session.Enrolled));

        await db.RecordLead(session, cancel);
        var now = clock.GetUtcNow();
        foreach (var changed in SessionEvents.Changed(session, another, await Participants(id, cancel), now).ToList())
            db.Publish(changed);
        await db.SavePart(cancel);    // the new number of places stands before anybody moves up
        var moved = await db.MoveUp(id, cancel);
        foreach (var enrolment in moved)
        {
            db.Publish(SessionEvents.MovedUp(enrolment, now));
            call.Disclose(enrolment.WorkerNumber, "session_enrolment");
        }
        return await db.Commit(new Proto.ChangeSessionResponse { MovedUp = moved.Count }, cancel);
    }

    /// <returns>Whether room, time or trainer is another.</returns>
    async Task<bool> Move(Proto.ChangeSessionRequest request, Session session, CancellationToken cancel)
    {
        var before = (session.Room, session.StartsAt, session.EndsAt, session.Trainer.Id);
        if (request.Room.Length > 0)
            session.Room = Read.Text(request.Room, "room", 80);
        if (request.Places != 0)
            session.Places = Read.Number(request.Places, "places", 1, 500);
        if (request.StartsAt is not null)
            session.StartsAt = Instant(request.StartsAt, "starts_at");
        if (request.EndsAt is not null)
            session.EndsAt = Instant(request.EndsAt, "ends_at");
        if (Read.OptionalId(request.TrainerId, "trainer_id") is { } trainer && trainer != session.Trainer.Id)
            session.Trainer = await Trainer(trainer, cancel);
        return before != (session.Room, session.StartsAt, session.EndsAt, session.Trainer.Id);
    }
}
