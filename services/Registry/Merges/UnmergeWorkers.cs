using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Merges;

partial class MergesService
{
    public override async Task<Proto.UnmergeWorkersResponse> UnmergeWorkers(Proto.UnmergeWorkersRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var id = Read.Id(request.MergeId, "merge_id");
        var reason = Read.Text(request.Reason, "reason", 500);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await OneAtATime(cancel);
        var merge = await Find(id, cancel);

        Refuse.IfAny(MergeRules.ToUndo(merge));

        var now = clock.GetUtcNow();
        merge.Undo(reason, call.Caller, now);
        var happened = MergeEvents.Unmerged(merge, now);
        db.Publish(happened);
        if (await db.Learn(happened, cancel) is { } parted)
        {
            db.AskWhose(happened, await MadeHere.Since(db, parted, cancel), now);
            await flows.Restate(parted.Sides.All, cancel);
        }
        TellOther(merge, now);
        Disclose(merge);
        var answer = await db.Commit(new Proto.UnmergeWorkersResponse { State = merge.State.ToProto() }, cancel);
        await transaction.CommitAsync(cancel);
        return answer;
    }

    /// <summary>Either holder may part what was merged; the other learns of it.</summary>
    void TellOther(Merge merge, DateTimeOffset now)
    {
        if (new[] { merge.Country, merge.AbsorbedCountry }.FirstOrDefault(holder => !call.Reaches(Reach.Country(holder))) is { } other)
            db.OpenWorkItem(new()
            {
                Kind = "MERGE_UNDONE",
                Key = merge.Id.ToString("N"),
                Country = other,
                Subjects = [merge.Survivor, merge.Absorbed],
                Facts = new Dictionary<string, string> { ["merge_id"] = merge.Id.ToString() },
                Decisions = ["SEEN", "MERGED_AGAIN"],
                OpenedAt = now,
            });
    }
}
