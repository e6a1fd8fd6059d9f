using Gms.Platform;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Institutions;

/// <summary>How institutions are shown.</summary>
static class InstitutionProto
{
    public static Proto.Institution ToProto(this Institution institution) => new()
    {
        InstitutionId = institution.Id.ToString(),
        Country = institution.Country,
        Name = institution.Name,
        Kind = institution.Kind.ToProto(),
        Province = institution.Province ?? "",
        Organisation = institution.Organisation ?? "",
        Accreditations = { institution.Accreditations.OrderBy(a => a.StartsOn).Select(ToProto) },
    };

    static Proto.Accreditation ToProto(Accreditation accreditation) => new()
    {
        AccreditationId = accreditation.Id.ToString(),
        StartsOn = accreditation.StartsOn.ToProto(),
        EndsOn = accreditation.EndsOn.ToProto(),
        Reference = accreditation.Reference,
        WithdrawnFrom = accreditation.WithdrawnFrom?.ToProto(),
        WithdrawalReference = accreditation.WithdrawalReference ?? "",
        Extensions =
        {
            accreditation.Extensions.OrderBy(e => e.FormerEndsOn)
                .Select(e => new Proto.AccreditationExtension { FormerEndsOn = e.FormerEndsOn.ToProto(), EndsOn = e.EndsOn.ToProto(), Reference = e.Reference }),
        },
    };

    public static Proto.InstitutionKind ToProto(this InstitutionKind kind) => kind switch
    {
        InstitutionKind.Tvet => Proto.InstitutionKind.Tvet,
        InstitutionKind.Ivet => Proto.InstitutionKind.Ivet,
        InstitutionKind.SkillsCentre => Proto.InstitutionKind.SkillsCentre,
        InstitutionKind.ResourceCentre => Proto.InstitutionKind.ResourceCentre,
        InstitutionKind.AgencyCentre => Proto.InstitutionKind.AgencyCentre,
        InstitutionKind.Ministry => Proto.InstitutionKind.Ministry,
        InstitutionKind.InternationalOrganisation => Proto.InstitutionKind.InternationalOrganisation,
        InstitutionKind.CivilSociety => Proto.InstitutionKind.CivilSociety,
    };
}
