using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Agencies;

partial class AgenciesService
{
    public override async Task<Proto.GetAgencyResponse> GetAgency(Proto.GetAgencyRequest request, ServerCallContext context)
    {
        var id = Read.Id(request.AgencyId, "agency_id");
        var asOf = Read.OptionalDay(request.AsOf, "as_of");
        var agency = await db.Agencies.AsNoTracking().Include(a => a.Licences).ThenInclude(l => l.Suspensions).SingleOrDefaultAsync(a => a.Id == id, context.CancellationToken)
            ?? throw Refuse.NotFound(Problems.AgencyNotFound());

        // The countries it recruits for are party to its affairs.
        call.MustReach(new() { Countries = [agency.Country, .. agency.Licences.SelectMany(l => l.Countries)], Agencies = [agency.Id] }, Problems.AgencyNotFound());

        return agency.ToProto(asOf ?? clock.TodayIn(agency.Country));
    }
}
