using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Costs;

partial class CostsService
{
    public override async Task<Proto.ListCostsResponse> ListCosts(Proto.ListCostsRequest request, ServerCallContext context)
    {
        var size = Read.PageSize(request.PageSize);
        var after = Read.PageToken(request.PageToken) ?? Guid.Empty;
        var contract = await FindContract(Read.Id(request.ContractId, "contract_id"), context.CancellationToken);

        var page = await Shown(contract.Id).Where(c => c.Id > after).Take(size + 1).ToListAsync(context.CancellationToken);

        call.Disclose(contract.WorkerNumber, "costs");
        return new() { Costs = { page.Take(size).Select(c => c.ToProto(reference.CostItems)) }, NextPageToken = page.Count > size ? page[size - 1].Id.NextPageToken() : "" };
    }
}
