using Gms.Platform;
using Grpc.Core;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Institutions;

partial class InstitutionsService
{
    public override async Task<Proto.ExtendAccreditationResponse> ExtendAccreditation(Proto.ExtendAccreditationRequest request, ServerCallContext context)
    {
        var endsOn = Read.Day(request.EndsOn, "ends_on");
        var reference = Read.Text(request.Reference, "reference");
        var (institution, accreditation) = await Accredited(Read.Id(request.AccreditationId, "accreditation_id"), context.CancellationToken);

        Refuse.IfAny(InstitutionRules.ToExtend(institution, accreditation, endsOn));

        accreditation.Extend(endsOn, reference);
        return await db.Commit(new Proto.ExtendAccreditationResponse { AccreditationId = accreditation.Id.ToString(), EndsOn = endsOn.ToProto() }, context.CancellationToken);
    }
}
