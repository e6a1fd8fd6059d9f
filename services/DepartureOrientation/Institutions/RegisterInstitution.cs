using Gms.Platform;
using Grpc.Core;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Institutions;

partial class InstitutionsService
{
    public override async Task<Proto.RegisterInstitutionResponse> RegisterInstitution(Proto.RegisterInstitutionRequest request, ServerCallContext context)
    {
        var country = Read.Country(request.Country, "country");
        call.MustReach(Reach.Country(country), "country");
        var institution = new Institution
        {
            Country = country,
            Name = Read.Text(request.Name, "name"),
            Kind = Read.Value<Proto.InstitutionKind, InstitutionKind>(request.Kind, "kind"),
            Province = Read.OptionalText(request.Province, "province", 6),
            Organisation = Read.OptionalText(request.Organisation, "organisation", 64),
        };

        Refuse.IfAny(InstitutionRules.ToRegister(institution));

        db.Add(institution);
        return await db.Commit(new Proto.RegisterInstitutionResponse { InstitutionId = institution.Id.ToString() }, context.CancellationToken);
    }
}
