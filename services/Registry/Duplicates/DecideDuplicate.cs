using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Duplicates;

partial class DuplicatesService
{
    public override async Task<Proto.DecideDuplicateResponse> DecideDuplicate(Proto.DecideDuplicateRequest request, ServerCallContext context)
    {
        string[] numbers = [Read.WorkerNumber(request.WorkerNumber, "worker_number"), Read.WorkerNumber(request.OtherWorkerNumber, "other_worker_number")];
        var decision = Read.Value<Proto.DuplicateDecisionCode, PairDecision>(request.Decision, "decision");
        var reason = Read.Text(request.Reason, "reason", 500);
        var holders = await db.Workers.AsNoTracking().Where(w => numbers.Contains(w.WorkerNumber)).Select(w => w.Country).ToListAsync(context.CancellationToken);
        call.MustReach(Platform.Reach.Country([.. holders]), Problems.WorkerNotFound());
        var key = DuplicateDecision.PairKey(numbers[0], numbers[1]);
        var question = await db.WorkItems.Include(i => i.Steps).SingleOrDefaultAsync(i => i.Kind == DuplicateCheck.WorkItemKind && i.Key == key, context.CancellationToken);

        if (numbers[0] == numbers[1])
            throw Refuse.NotNow(Problems.DuplicateOfItself());
        if (holders.Count < 2)
            throw Refuse.NotFound(Problems.WorkerNotFound());

        db.DuplicateDecisions.Add(DuplicateDecision.Of(numbers[0], numbers[1], decision, reason, call.Caller, clock.GetUtcNow()));
        if (question is { State: not WorkItemState.Closed })
            question.Close(decision.ToString().ToUpperInvariant(), reason, call.Caller, clock.GetUtcNow());
        foreach (var number in numbers)
            call.Disclose(number, "duplicate");
        return await db.Commit(new Proto.DecideDuplicateResponse { ToBeMerged = decision is PairDecision.Same }, context.CancellationToken);
    }
}
