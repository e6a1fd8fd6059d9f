using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Inspections;

partial class InspectionsService
{
    public override async Task<Proto.ListPrioritiesResponse> ListPriorities(Proto.ListPrioritiesRequest request, ServerCallContext context)
    {
        var country = Read.Country(request.Country, "country");
        call.MustReach(Reach.Country(country), "country");
        var most = Read.PageSize(request.PageSize);

        var agencies = (await db.RiskCountsOf(country, null, clock.GetUtcNow(), context.CancellationToken)).ToList();
        agencies.Sort((one, other) => RiskCounts.Compare(one.Counts, other.Counts) is var order and not 0 ? order : one.Agency.Id.CompareTo(other.Agency.Id));
        var planned = await db.Inspections.AsNoTracking().Where(i => i.Country == country && i.State == InspectionState.Planned).ToDictionaryAsync(i => i.AgencyId, context.CancellationToken);

        return new()
        {
            Agencies =
            {
                agencies.Take(most).Select(a => new Proto.AgencyPriority
                {
                    AgencyId = a.Agency.Id.ToString(),
                    Name = a.Agency.Name,
                    Counts = { a.Counts.Where(c => c.Value != RiskCounts.NeverVisited).Select(c => c.ToProto()) },
                    NeverVisited = a.Counts.Any(c => c.Value == RiskCounts.NeverVisited),
                    PlannedOn = planned.GetValueOrDefault(a.Agency.Id)?.PlannedOn.ToProto(),
                }),
            },
        };
    }
}
