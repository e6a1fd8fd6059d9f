using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Licences;

partial class LicencesService
{
    public override async Task<Proto.ListApplicationsResponse> ListApplications(Proto.ListApplicationsRequest request, ServerCallContext context)
    {
        var size = Read.PageSize(request.PageSize);
        var after = Read.PageToken(request.PageToken) ?? Guid.Empty;
        ApplicationStatus? status = request.Status == Proto.LicenceApplicationStatus.Unspecified ? null : Read.Value<Proto.LicenceApplicationStatus, ApplicationStatus>(request.Status, "status");

        var page = await (await Within(request, context.CancellationToken)).Where(a => a.Id > after && (status == null || a.Status == status))
            .OrderBy(a => a.Id).Take(size + 1).ToListAsync(context.CancellationToken);
        return new() { Applications = { page.Take(size).Select(a => a.ToProto()) }, NextPageToken = page.Count > size ? page[size - 1].Id.NextPageToken() : "" };
    }

    async Task<IQueryable<LicenceApplication>> Within(Proto.ListApplicationsRequest request, CancellationToken cancel)
    {
        if (Read.OptionalId(request.AgencyId, "agency_id") is { } agency)
        {
            await FindAgency(agency, cancel);
            return db.LicenceApplications.AsNoTracking().Where(a => a.AgencyId == agency);
        }
        var country = Read.Country(request.Country, "country");
        call.MustReach(Reach.Country(country), "country");
        return db.LicenceApplications.AsNoTracking().Where(a => a.Country == country);
    }
}
