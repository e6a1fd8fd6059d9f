using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Drafts;

partial class DraftsService
{
    public override async Task<Proto.ListDraftsResponse> ListDrafts(Proto.ListDraftsRequest request, ServerCallContext context)
    {
        call.MustReach(new Reach { Organisations = [call.Caller.Organisation] }, DraftProblems.NotFound());
        var drafts = await Own.AsNoTracking().OrderByDescending(d => d.SavedAt).ThenBy(d => d.Id).Take(Draft.Most).ToListAsync(context.CancellationToken);
        return new() { Drafts = { drafts.Select(d => d.ToProto(cipher)) } };
    }
}
