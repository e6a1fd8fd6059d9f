using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Access.V1;

namespace Gms.Access.Organisations;

partial class OrganisationsService
{
    public override async Task<Proto.GetOrganisationResponse> GetOrganisation(Proto.GetOrganisationRequest request, ServerCallContext context)
    {
        var organisation = await db.Organisation(call, Read.Id(request.OrganisationId, "organisation_id"), context.CancellationToken);
        return new() { Organisation = organisation.ToProto() };
    }
}
