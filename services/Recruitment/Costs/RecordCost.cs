using Gms.Events.Recruitment;
using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Costs;

partial class CostsService
{
    public override async Task<Proto.RecordCostResponse> RecordCost(Proto.RecordCostRequest request, ServerCallContext context)
    {
        var contract = await FindContract(Read.Id(request.ContractId, "contract_id"), context.CancellationToken);
        var cost = new CostLine
        {
            Id = Guid.CreateVersion7(),
            ContractId = contract.Id,
            WorkerNumber = contract.WorkerNumber,
            Country = contract.Country,
            Item = Read.Code(request.Item, "item", reference.CostItems.Codes),
            Payer = Read.Value<Proto.Payer, Payer>(request.Payer, "payer"),
            Payee = Read.Value<Proto.Payee, Payee>(request.Payee, "payee"),
            Amount = Read.Money(request.Amount, "amount"),
            PaidOn = Read.Day(request.PaidOn, "paid_on"),
            ReceiptReference = Read.OptionalText(request.ReceiptReference, "receipt_reference"),
            StatedBy = Read.Value<Proto.StatedBy, StatedBy>(request.StatedBy, "stated_by"),
            RecordedAt = clock.GetUtcNow(),
        };

        Refuse.IfAny(CostRules.ToRecord(cost, call.Caller, clock.TodayIn(contract.Origin)));

        db.Costs.Add(cost);
        db.Publish(new CostRecorded
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
        });
        call.Disclose(cost.WorkerNumber, "cost");
        return await db.Commit(new Proto.RecordCostResponse { CostId = cost.Id.ToString() }, context.CancellationToken);
    }
}
