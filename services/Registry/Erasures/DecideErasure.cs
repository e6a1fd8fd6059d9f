using Gms.Events.Registry;
using Gms.Platform;
using Gms.Registry.Crossings;
using Gms.Registry.Departures;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Erasures;

partial class ErasuresService
{
    public override async Task<Proto.DecideErasureResponse> DecideErasure(Proto.DecideErasureRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var id = Read.Id(request.ErasureId, "erasure_id");
        var reason = Read.Text(request.Reason, "reason", 500);
        var erasure = await db.Erasures.SingleOrDefaultAsync(e => e.Id == id, cancel) ?? throw Refuse.NotFound(Problems.ErasureUnknown());
        call.MustReach(Reach.Country(erasure.Country), Problems.ErasureUnknown());
        var numbers = await db.NumbersOf(erasure.WorkerNumber, cancel);
        var now = clock.GetUtcNow();
        // What a court ordered, or the end of a period demands, does not wait for a return that nobody may ever tell.
        var open = await MayTravel(numbers, cancel) || (erasure.Ground is ErasureGround.WorkerAsked or ErasureGround.EnrolledInError
            && ErasureRules.IsAway(await Passages(numbers, cancel), practice.ClockSkew, TimeSpan.FromDays(practice.ArrivalDueDays), erasure.Country, now));

        Refuse.IfAny(ErasureRules.ToDecide(erasure, call.Caller.Account, request.Approve, open));

        erasure.Decide(request.Approve, call.Caller.Account, reason, clock.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (request.Approve)
        {
            // After a merge the person has several records; those that another country holds are for its officers to erase.
            foreach (var number in await db.Workers.Where(w => numbers.Contains(w.WorkerNumber) && w.Country == erasure.Country).Select(w => w.WorkerNumber).ToListAsync(cancel))
                db.Publish(Erased(erasure, number, await PersonsData.Erase(db, number, clock.GetUtcNow(), cancel)));
        }
        call.Disclose(erasure.WorkerNumber, "erasure");
        var answer = await db.Commit(new Proto.DecideErasureResponse { ErasureId = erasure.Id.ToString(), State = ToProto(erasure.State) }, cancel);
        await transaction.CommitAsync(cancel);
        return answer;
    }

    /// <summary>Whether a departure is not decided, or somebody may still leave on one that is cleared.</summary>
    async Task<bool> MayTravel(IReadOnlyList<string> numbers, CancellationToken cancel) =>
        await db.Departures.AnyAsync(d => numbers.Contains(d.WorkerNumber) && (d.Status == DepartureStatus.Received || d.Status == DepartureStatus.Held), cancel)
        || await db.Departures.StillToCome(db, clock.GetUtcNow()).AnyAsync(d => numbers.Contains(d.WorkerNumber) && d.Status == DepartureStatus.Cleared, cancel);

    async Task<List<Passage>> Passages(IReadOnlyList<string> numbers, CancellationToken cancel)
    {
        var crossings = await db.Crossings.AsNoTracking().Where(c => numbers.Contains(c.WorkerNumber)).ToListAsync(cancel);
        var returns = await db.Returns.AsNoTracking().Where(r => numbers.Contains(r.WorkerNumber)).ToListAsync(cancel);
        return [.. crossings.Select(c => Passage.Of(c.Id, c.Kind, c.Country, c.CrossedAt)), .. returns.Select(Passage.Of)];
    }

    static WorkerErased Erased(Erasure erasure, string number, long version) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = erasure.DecidedAt!.Value,
        SubjectId = number,
        SubjectVersion = version,
        WorkerNumber = number,
        Country = erasure.Country,
        Ground = erasure.Ground.ToString(),
    };
}
