using Gms.Events.Reintegration;
using Gms.Platform;
using Gms.Reintegration.Cases;
using Gms.Reintegration.Casework;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Claims;

partial class ClaimsService
{
    public override async Task<Proto.MoveClaimResponse> MoveClaim(Proto.MoveClaimRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var id = Read.Id(request.ClaimId, "claim_id");
        var moved = new ClaimRules.Moved(
            Read.Value<Proto.ClaimState, ClaimState>(request.State, "state"),
            Read.OptionalText(request.NextStep, "next_step", 200),
            Read.OptionalMoney(request.Amount, "amount"),
            Read.OptionalDay(request.SettledOn, "settled_on"),
            Read.OptionalText(request.Evidence, "evidence", 120));
        var note = Read.Text(request.Note, "note", 300);
        var claim = await db.Claims.Include(c => c.Steps).SingleOrDefaultAsync(c => c.Id == id, cancel) ?? throw Refuse.NotFound(Problems.ClaimNotFound());
        var held = await db.Cases.SingleAsync(c => c.Id == claim.CaseId, cancel);
        call.MustReach(held.Reach, Problems.ClaimNotFound());
        var today = clock.TodayIn(held.Country);

        Refuse.IfAny([.. CaseRules.ToWorkOn(held), .. ClaimRules.ToMove(claim, moved, today)]);

        var told = words.ToWrite(held);
        claim.Move(moved.To, told.SealOptional(moved.Next, id), moved.Amount, told.Seal(note, id), call.Caller.Account, today);
        if (moved.To.IsSettled())
        {
            await db.End(Step.ClaimStep, claim.Id, held, clock.GetUtcNow(), cancel);
            claim.Settle(moved.SettledOn ?? today, moved.Evidence);
            db.Publish(Settled(claim, held));
        }
        else
        {
            await db.Restart(rules, Step.ClaimStep, claim.Id, held, clock.GetUtcNow(), cancel);
        }
        call.Disclose(held.WorkerNumber, "claims");
        return await db.Commit(new Proto.MoveClaimResponse { State = ToProto(claim.State) }, cancel);
    }

    ClaimSettled Settled(Claim claim, Case held) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = clock.GetUtcNow(),
        SubjectId = claim.Id.ToString(),
        SubjectVersion = claim.Steps.Count(s => s.State.IsSettled()),
        WorkerNumber = held.WorkerNumber,
        Country = held.Country,
        CaseId = held.Id,
        ClaimId = claim.Id,
        Outcome = claim.State.ToString(),
    };
}
