using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Sessions;

partial class SessionsService
{
    public override async Task<Proto.GiveUpPlaceResponse> GiveUpPlace(Proto.GiveUpPlaceRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var id = Read.Id(request.SessionId, "session_id");
        await FindFor(number, id, cancel);
        await db.LockSession(id, cancel);
        var session = await FindFor(number, id, cancel);
        var numbers = await db.NumbersOf(number, cancel);
        var held = await db.Enrolments.Where(e => e.SessionId == id && numbers.Contains(e.WorkerNumber) && (e.State == EnrolmentState.Placed || e.State == EnrolmentState.Waiting))
            .OrderBy(e => e.Id).FirstOrDefaultAsync(cancel);
        if (held is not null && call.Caller.Agency is { } agency && held.AgencyId != agency)
            throw Refuse.NotNow(PlaceProblems.SessionAgencyNotOwnWorker());

        Refuse.IfAny(PlaceRules.ToGiveUp(session, held, held is not null && await WasThere(held, cancel)));

        var now = clock.GetUtcNow();
        held!.Withdraw();
        db.Publish(SessionEvents.GivenUp(held, now));
        call.Disclose(held.WorkerNumber, "session_enrolment");
        await db.SavePart(cancel);    // the place is free before somebody moves up
        var moved = session.EndsAt > now ? await db.MoveUp(id, cancel) : [];
        foreach (var enrolment in moved)
        {
            db.Publish(SessionEvents.MovedUp(enrolment, now));
            call.Disclose(enrolment.WorkerNumber, "session_enrolment");
        }
        return await db.Commit(new Proto.GiveUpPlaceResponse { State = held.State.ToProto(), MovedUp = moved.Count }, cancel);
    }

    async Task<bool> WasThere(Enrolment held, CancellationToken cancel) =>
        held.Minutes > 0 || await db.Visits.AnyAsync(v => v.EnrolmentId == held.Id, cancel) || await db.ModuleVisits.AnyAsync(m => m.EnrolmentId == held.Id, cancel);
}
