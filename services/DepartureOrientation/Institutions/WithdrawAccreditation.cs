using Gms.Platform;
using Grpc.Core;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Institutions;

partial class InstitutionsService
{
    public override async Task<Proto.WithdrawAccreditationResponse> WithdrawAccreditation(Proto.WithdrawAccreditationRequest request, ServerCallContext context)
    {
        var from = Read.Day(request.From, "from");
        var reference = Read.Text(request.Reference, "reference");
        var (_, accreditation) = await Accredited(Read.Id(request.AccreditationId, "accreditation_id"), context.CancellationToken);

        Refuse.IfAny(InstitutionRules.ToWithdraw(accreditation, from));

        accreditation.Withdraw(from, reference);
        return await db.Commit(new Proto.WithdrawAccreditationResponse { AccreditationId = accreditation.Id.ToString() }, context.CancellationToken);
    }
}
