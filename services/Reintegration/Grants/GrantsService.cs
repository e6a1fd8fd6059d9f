using Gms.Platform;
using Gms.Reintegration.Cases;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Grants;

/// <summary>The calls of protos/gms/reintegration/v1/grants.proto, one file each in this folder.</summary>
public sealed partial class GrantsService(ReintegrationDb db, Call call, TimeProvider clock, Offers offers, CaseWords words) : Proto.Grants.GrantsBase
{
    async Task<(Grant Grant, Case Case)> Find(Guid id, CancellationToken cancel)
    {
        var grant = await db.Grants.SingleOrDefaultAsync(g => g.Id == id, cancel) ?? throw Refuse.NotFound(Problems.GrantNotFound());
        var held = await db.Cases.SingleAsync(c => c.Id == grant.CaseId, cancel);
        call.MustReach(held.Reach, Problems.GrantNotFound());
        return (grant, held);
    }

    Task<T> Answer<T>(Grant grant, Case held, Func<Proto.GrantState, T> answer, CancellationToken cancel) where T : Google.Protobuf.IMessage<T>, new()
    {
        call.Disclose(held.WorkerNumber, "grants");
        return db.Commit(answer(ToProto(grant.State)), cancel);
    }

    static Proto.GrantState ToProto(GrantState state) => Enum.Parse<Proto.GrantState>(state.ToString());
}
