using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Cases;

partial class CasesService
{
    public override async Task<Proto.GetCaseResponse> GetCase(Proto.GetCaseRequest request, ServerCallContext context)
    {
        var held = await Find(db.Cases.AsNoTracking(), Read.Id(request.CaseId, "case_id"), context.CancellationToken);

        call.Disclose(held.WorkerNumber, "case", "return_reason");
        return new() { Case = held.ToProto() };
    }
}
