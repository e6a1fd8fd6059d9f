using Gms.Events.Recruitment;
using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Costs;

partial class CostsService
{
    public override async Task<Proto.RecordCostResponse> RecordCost(Proto.RecordCostRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var sent = SentCost.Of(request, reference.CostItems);
        var contract = await FindContract(sent.ContractId, cancel);
        var cost = sent.For(contract, clock.GetUtcNow(), call.Caller.Worker is not null);

        Refuse.IfAny(CostRules.ToRecord(cost, CostContexts.Of(contract, await Lines(contract.Id, cancel)), call.Caller, clock.TodayIn(contract.Origin)));

        db.Costs.Add(cost);
        db.Publish(CostEvents.Recorded(cost));
        call.Disclose(cost.WorkerNumber, "cost");
        return await db.Commit(new Proto.RecordCostResponse { CostId = cost.Id.ToString() }, cancel);
    }
}

static class CostEvents
{
    public static CostRecorded Recorded(CostLine cost) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = cost.RecordedAt,
        SubjectId = cost.Id.ToString(),
        SubjectVersion = 1,
        WorkerNumber = cost.WorkerNumber,
        Country = cost.Country,
        ContractId = cost.ContractId,
        CostId = cost.Id,
        Item = cost.Item,
    };
}
