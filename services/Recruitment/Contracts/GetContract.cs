using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Contracts;

partial class ContractsService
{
    public override async Task<Proto.GetContractResponse> GetContract(Proto.GetContractRequest request, ServerCallContext context)
    {
        var asOf = Read.OptionalDay(request.AsOf, "as_of");
        var contract = await Find(Read.Id(request.ContractId, "contract_id"), context.CancellationToken);
        await db.Entry(contract).Collection(c => c.Versions).Query().Include(v => v.Signatures).LoadAsync(context.CancellationToken);
        var versions = contract.Versions.Where(v => asOf is null || v.SignedOn <= asOf).OrderBy(v => v.Number).ToList();
        if (versions.Count == 0)
            throw Refuse.NotFound(Problems.ContractNotFound("as_of"));

        call.Disclose(contract.WorkerNumber, "contract", "terms");
        return new() { Contract = asOf is { } day ? contract.AsOf(day, versions[^1]) : contract.ToProto(), Versions = { versions.Select(v => v.ToProto(asOf)) } };
    }
}
