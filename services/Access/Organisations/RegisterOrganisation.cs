using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Access.V1;

namespace Gms.Access.Organisations;

partial class OrganisationsService
{
    public override async Task<Proto.RegisterOrganisationResponse> RegisterOrganisation(Proto.RegisterOrganisationRequest request, ServerCallContext context)
    {
        var kind = Read.Value<Proto.OrganisationKind, OrganisationKind>(request.Kind, "kind");
        var name = Read.Text(request.Name, "name");
        var country = request.Country.Length == 0 ? null : Read.Country(request.Country, "country");
        var agency = Read.OptionalId(request.AgencyId, "agency_id");
        var organisation = new Organisation { Id = Guid.CreateVersion7(), Kind = kind, Name = name, Country = country, AgencyId = agency, RegisteredAt = clock.GetUtcNow() };
        call.MustReach(organisation.Reach(), "country");

        Refuse.IfAny(OrganisationRules.ToRegister(kind, country, agency));

        db.Organisations.Add(organisation);
        return await db.Commit(new Proto.RegisterOrganisationResponse { OrganisationId = organisation.Id.ToString() }, context.CancellationToken);
    }
}
