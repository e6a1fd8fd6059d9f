using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Drafts;

/// <summary>The calls of protos/gms/registry/v1/drafts.proto, one file each in this folder.</summary>
public sealed partial class DraftsService(RegistryDb db, Call call, ColumnCipher cipher, TimeProvider clock) : Proto.Drafts.DraftsBase
{
    /// <summary>Those that the caller saved and that are not old, of the office it works for now.</summary>
    IQueryable<Draft> Own
    {
        get
        {
            var (account, organisation, oldest) = (call.Caller.Account, call.Caller.Organisation, clock.GetUtcNow().AddDays(-Draft.KeptDays));
            return db.Drafts.Where(d => d.Account == account && d.Organisation == organisation && d.SavedAt > oldest);
        }
    }

    async Task<Draft> Find(Guid id, CancellationToken cancel)
    {
        var draft = await Own.SingleOrDefaultAsync(d => d.Id == id, cancel) ?? throw Refuse.NotFound(DraftProblems.NotFound());
        call.MustReach(draft.Reach, DraftProblems.NotFound());
        return draft;
    }
}
