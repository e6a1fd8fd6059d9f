using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Agencies;

partial class AgenciesService
{
    public override async Task<Proto.ListAgenciesResponse> ListAgencies(Proto.ListAgenciesRequest request, ServerCallContext context)
    {
        var country = Read.Country(request.Country, "country");
        call.MustReach(Reach.Country(country), "country");
        var size = Read.PageSize(request.PageSize);
        var after = Read.PageToken(request.PageToken) ?? Guid.Empty;

        var page = await db.Agencies.AsNoTracking().Include(a => a.Licences).ThenInclude(l => l.Suspensions).AsSplitQuery()
            .Where(a => a.Country == country && a.Id > after).OrderBy(a => a.Id).Take(size + 1).ToListAsync(context.CancellationToken);

        var today = clock.TodayIn(country);
        return new()
        {
            Agencies =
            {
                page.Take(size).Select(a => new Proto.AgencySummary
                {
                    AgencyId = a.Id.ToString(),
                    Name = a.Name,
                    RegistrationNumber = a.RegistrationNumber,
                    LicensedToday = a.Licences.Any(l => l.StateOn(today) == LicenceState.Valid),
                }),
            },
            NextPageToken = page.Count > size ? page[size - 1].Id.NextPageToken() : "",
        };
    }
}
