using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Representatives;

partial class RepresentativesService
{
    public override async Task<Proto.EndRepresentativeResponse> EndRepresentative(Proto.EndRepresentativeRequest request, ServerCallContext context)
    {
        var id = Read.Id(request.RepresentativeId, "representative_id");
        var one = await db.Representatives.SingleOrDefaultAsync(r => r.Id == id, context.CancellationToken) ?? throw Refuse.NotFound(Problems.RepresentativeNotFound());
        var agency = await db.Agencies.SingleAsync(a => a.Id == one.AgencyId, context.CancellationToken);
        call.MustReach(Reach.Country(agency.Country), Problems.RepresentativeNotFound());
        var lastDay = Read.OptionalDay(request.LastDay, "last_day") ?? clock.TodayIn(agency.Country);

        Refuse.IfAny(RepresentativeRules.ToEnd(one, lastDay));

        one.End(lastDay);
        db.Publish(Represented(one, agency));
        return await db.Commit(new Proto.EndRepresentativeResponse { LastDay = lastDay.ToProto() }, context.CancellationToken);
    }
}
