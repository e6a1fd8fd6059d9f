using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Representatives;

partial class RepresentativesService
{
    public override async Task<Proto.ListRepresentativesResponse> ListRepresentatives(Proto.ListRepresentativesRequest request, ServerCallContext context)
    {
        var agency = await FindAgency(Read.Id(request.AgencyId, "agency_id"), a => new() { Countries = [a.Country], Agencies = [a.Id] }, context.CancellationToken);
        var day = Read.OptionalDay(request.AsOf, "as_of") ?? clock.TodayIn(agency.Country);
        RepresentativeKind? kind = request.Kind == Proto.RepresentativeKind.Unspecified ? null : Read.Value<Proto.RepresentativeKind, RepresentativeKind>(request.Kind, "kind");
        var size = Read.PageSize(request.PageSize);
        var after = Read.PageToken(request.PageToken) ?? Guid.Empty;

        var page = await db.Representatives.AsNoTracking().ActingOn(day).Where(r => r.AgencyId == agency.Id && r.Id > after && (kind == null || r.Kind == kind))
            .OrderBy(r => r.Id).Take(size + 1).ToListAsync(context.CancellationToken);
        return new() { Representatives = { page.Take(size).Select(ToProto) }, NextPageToken = page.Count > size ? page[size - 1].Id.NextPageToken() : "" };
    }

    static Proto.Representative ToProto(Representative one) => new()
    {
        RepresentativeId = one.Id.ToString(),
        Kind = one.Kind switch
        {
            RepresentativeKind.Branch => Proto.RepresentativeKind.Branch,
            RepresentativeKind.LegalRepresentative => Proto.RepresentativeKind.LegalRepresentative,
            RepresentativeKind.Signatory => Proto.RepresentativeKind.Signatory,
            RepresentativeKind.Officer => Proto.RepresentativeKind.Officer,
            RepresentativeKind.SubAgent => Proto.RepresentativeKind.SubAgent,
            RepresentativeKind.OfficeAbroad => Proto.RepresentativeKind.OfficeAbroad,
        },
        Name = one.Name,
        NameLatin = one.NameLatin ?? "",
        RegistrationNumber = one.RegistrationNumber ?? "",
        Country = one.Country,
        Subdivision = one.Subdivision ?? "",
        From = one.From.ToProto(),
        LastDay = one.LastDay?.ToProto(),
    };
}
