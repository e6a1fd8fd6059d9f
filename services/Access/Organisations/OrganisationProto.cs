using Proto = Gms.Access.V1;

namespace Gms.Access.Organisations;

/// <summary>How an organisation is shown.</summary>
static class OrganisationProto
{
    public static Proto.Organisation ToProto(this Organisation organisation) => new()
    {
        OrganisationId = organisation.Id.ToString(),
        Kind = Enum.Parse<Proto.OrganisationKind>(organisation.Kind.ToString()),
        Name = organisation.Name,
        Country = organisation.Country ?? "",
        AgencyId = organisation.AgencyId?.ToString() ?? "",
        Roles = { OrganisationRules.RolesOf(organisation.Kind) },
    };
}
