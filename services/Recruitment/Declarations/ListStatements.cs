using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Declarations;

partial class DeclarationsService
{
    public override async Task<Proto.ListStatementsResponse> ListStatements(Proto.ListStatementsRequest request, ServerCallContext context)
    {
        var contract = await FindContract(Read.Id(request.ContractId, "contract_id"), context.CancellationToken);
        var declared = await db.Declarations.AsNoTracking().Where(d => d.ContractId == contract.Id).OrderByDescending(d => d.DeclaredOn).ThenByDescending(d => d.Id).ToListAsync(context.CancellationToken);

        // An organisation sees what it took itself.
        var shown = declared.Where(d => Taker != StatementTaker.CivilSociety || (d.Organisation.Length > 0 && d.Organisation == call.Caller.Organisation)).ToList();
        call.Disclose(contract.WorkerNumber, "declaration");
        return new() { Statements = { shown.Select(d => d.ToProto()) } };
    }
}
