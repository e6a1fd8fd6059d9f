using Gms.Platform;
using Gms.Recruitment.Contracts;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Costs;

partial class CostsService
{
    public override async Task<Proto.ReviewCostsResponse> ReviewCosts(Proto.ReviewCostsRequest request, ServerCallContext context)
    {
        var contract = await FindContract(Read.Id(request.ContractId, "contract_id"), context.CancellationToken);
        var lines = await Shown(contract.Id).ToListAsync(context.CancellationToken);

        var terms = ContractText.Parse(contract.Versions.MaxBy(v => v.Number)!.Text).Terms;
        var current = CostStatements.Current(lines);
        call.Disclose(contract.WorkerNumber, "costs");
        return new()
        {
            Current = { current.Select(c => c.ToProto(reference.CostItems)) },
            Replaced = lines.Count - current.Count,
            Borne = { CostLimits.Borne(current, reference.CostItems).Select(b => new Proto.BorneByWorker { StatedBy = b.By.ToProto(), Amount = b.Amount.ToProto() }) },
            Contradictions = { CostStatements.Contradictions(current).Select(c => c.ToProto()) },
            Limits = { CostLimits.Of(current, contract, terms, reference).Select(l => l.ToProto()) },
            IloStandard = reference.Indicators["FR04"].Source.ToProto(),
        };
    }
}
