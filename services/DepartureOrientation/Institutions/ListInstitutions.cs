using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Institutions;

partial class InstitutionsService
{
    public override async Task<Proto.ListInstitutionsResponse> ListInstitutions(Proto.ListInstitutionsRequest request, ServerCallContext context)
    {
        var country = request.Country.Length == 0 ? null : Read.Country(request.Country, "country");
        InstitutionKind? kind = request.Kind == Proto.InstitutionKind.Unspecified ? null : Read.Value<Proto.InstitutionKind, InstitutionKind>(request.Kind, "kind");
        var province = Read.OptionalText(request.Province, "province", 6);
        var day = Read.OptionalDay(request.AccreditedOn, "accredited_on");
        var size = Read.PageSize(request.PageSize);
        var after = Read.PageToken(request.PageToken);

        var page = await db.Institutions.AsNoTracking().Include(i => i.Accreditations).ThenInclude(a => a.Extensions).AsSplitQuery()
            .Where(i => (country == null || i.Country == country) && (kind == null || i.Kind == kind) && (province == null || i.Province == province))
            .Where(i => day == null || i.Accreditations.Any(a => a.StartsOn <= day && day <= a.EndsOn && (a.WithdrawnFrom == null || day < a.WithdrawnFrom)))
            .Where(i => after == null || i.Id > after)
            .OrderBy(i => i.Id)
            .Take(size)
            .ToListAsync(context.CancellationToken);

        return new()
        {
            Institutions = { page.Select(i => i.ToProto()) },
            NextPageToken = page.Count == size ? page[^1].Id.NextPageToken() : "",
        };
    }
}
