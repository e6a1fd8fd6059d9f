using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Contracts;

partial class ContractsService
{
    public override async Task<Proto.EndContractResponse> EndContract(Proto.EndContractRequest request, ServerCallContext context)
    {
        var lastDay = Read.Day(request.LastDay, "last_day");
        var reason = Read.Value<Proto.ContractEnd, ContractEnd>(request.Reason, "reason");
        if (reason == ContractEnd.Transferred)
            throw Refuse.Invalid(Problems.ContractEndedByTransferOnly());
        var contract = await Find(Read.Id(request.ContractId, "contract_id"), context.CancellationToken);

        Refuse.IfAny(ContractRules.ToEnd(contract, lastDay, reason, call.Caller.Agency is not null, clock.TodayIn(contract.Origin)));

        contract.End(lastDay, reason);
        db.Publish(ContractEvents.Ended(contract, clock.GetUtcNow()));
        call.Disclose(contract.WorkerNumber, "contract");
        return await db.Commit(new Proto.EndContractResponse { Status = contract.Status.ToProto() }, context.CancellationToken);
    }
}
