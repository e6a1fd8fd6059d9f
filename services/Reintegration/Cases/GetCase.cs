using Gms.Platform;
using Gms.Reintegration.Casework;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Cases;

partial class CasesService
{
    public override async Task<Proto.GetCaseResponse> GetCase(Proto.GetCaseRequest request, ServerCallContext context)
    {
        var held = await Find(db.Cases.AsNoTracking().Include(c => c.Signs).Include(c => c.Reopenings).AsSplitQuery(), Read.Id(request.CaseId, "case_id"), context.CancellationToken);

        call.Disclose(held.WorkerNumber, "case", "return_reason", "vulnerability_signs");
        var steps = await db.Set<StepWatch>().AsNoTracking().Where(w => w.CaseId == held.Id).OrderBy(w => w.DueOn).ThenBy(w => w.Step).ToListAsync(context.CancellationToken);
        return new() { Case = held.ToProto(Rules, words.ToRead(held), clock), Steps = { steps.Select(s => s.ToProto()) } };
    }
}
