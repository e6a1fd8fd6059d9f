using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Drafts;

partial class DraftsService
{
    public override async Task<Proto.GetDraftResponse> GetDraft(Proto.GetDraftRequest request, ServerCallContext context) =>
        new() { Draft = (await Find(Read.Id(request.DraftId, "draft_id"), context.CancellationToken)).ToProto(cipher) };
}
