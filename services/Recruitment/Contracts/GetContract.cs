using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Contracts;

partial class ContractsService
{
    public override async Task<Proto.GetContractResponse> GetContract(Proto.GetContractRequest request, ServerCallContext context)
    {
        var contract = await Find(Read.Id(request.ContractId, "contract_id"), context.CancellationToken);
        await db.Entry(contract).Collection(c => c.Versions).LoadAsync(context.CancellationToken);

        call.Disclose(contract.WorkerNumber, "contract", "terms");
        return new() { Contract = contract.ToProto(), Versions = { contract.Versions.OrderBy(v => v.Number).Select(v => v.ToProto()) } };
    }
}
