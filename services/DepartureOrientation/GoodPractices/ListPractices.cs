using Gms.DepartureOrientation.ActionPlans;
using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.GoodPractices;

partial class GoodPracticesService
{
    public override async Task<Proto.ListPracticesResponse> ListPractices(Proto.ListPracticesRequest request, ServerCallContext context)
    {
        var country = request.Country.Length == 0 ? null : Read.Country(request.Country, "country");
        Topic? topic = request.Topic == Proto.Topic.Unspecified ? null : Read.Value<Proto.Topic, Topic>(request.Topic, "topic");
        PracticeState? state = request.State == Proto.PracticeState.Unspecified ? null : Read.Value<Proto.PracticeState, PracticeState>(request.State, "state");
        var size = Read.PageSize(request.PageSize);
        var after = Read.PageToken(request.PageToken);

        var page = await db.GoodPractices.AsNoTracking()
            .Where(p => (country == null || p.Country == country) && (topic == null || p.Topic == topic) && (state == null || p.State == state) && (after == null || p.Id > after))
            .OrderBy(p => p.Id).Take(size).ToListAsync(context.CancellationToken);
        return new() { Practices = { page.Select(ToProto) }, NextPageToken = page.Count == size ? page[^1].Id.NextPageToken() : "" };
    }
}
