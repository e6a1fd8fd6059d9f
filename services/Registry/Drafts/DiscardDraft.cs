using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Drafts;

partial class DraftsService
{
    public override async Task<Proto.DiscardDraftResponse> DiscardDraft(Proto.DiscardDraftRequest request, ServerCallContext context)
    {
        var id = Read.Id(request.DraftId, "draft_id");
        var draft = await db.Drafts.SingleOrDefaultAsync(d => d.Id == id, context.CancellationToken);
        call.MustReach(draft?.Reach ?? new() { Organisations = [call.Caller.Organisation] }, DraftProblems.NotFound());
        if (draft is not null && draft.Account != call.Caller.Account)
            throw Refuse.NotFound(DraftProblems.NotFound());

        if (draft is not null)
            db.Drafts.Remove(draft);
        return await db.Commit(new Proto.DiscardDraftResponse(), context.CancellationToken);
    }
}
