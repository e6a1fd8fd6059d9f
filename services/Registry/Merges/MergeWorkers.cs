using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Merges;

partial class MergesService
{
    const string ProposedKind = "MERGE_PROPOSED";

    public override async Task<Proto.MergeWorkersResponse> MergeWorkers(Proto.MergeWorkersRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var named = Read.WorkerNumber(request.Survivor, "survivor");
        var absorbed = Read.WorkerNumber(request.Absorbed, "absorbed");
        var reason = Read.Text(request.Reason, "reason", 500);
        var evidence = Read.Text(request.Evidence, "evidence", 500);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await OneAtATime(cancel);
        var survivor = await db.SurvivorOf(named, cancel);
        var merge = new Merge
        {
            Survivor = survivor,
            Absorbed = absorbed,
            Country = await HolderOf(survivor, Problems.MergeSurvivorUnknown(), cancel),
            AbsorbedCountry = await HolderOf(absorbed, Problems.MergeAbsorbedUnknown(), cancel),
            Evidence = evidence,
        };
        call.MustReach(merge.Reach, Problems.MergeSurvivorUnknown());

        Refuse.IfAny(MergeRules.ToMerge(survivor, absorbed, await db.SurvivorOf(absorbed, cancel)));

        db.Merges.Add(merge);
        if (new[] { merge.Country, merge.AbsorbedCountry }.FirstOrDefault(holder => !call.Reaches(Reach.Country(holder))) is { } other)
            Propose(merge, other, reason);
        else
            await TakeEffect(merge, reason, cancel);
        Disclose(merge);
        var answer = await db.Commit(new Proto.MergeWorkersResponse { MergeId = merge.Id.ToString(), State = merge.State.ToProto(), Survivor = merge.Survivor }, cancel);
        await transaction.CommitAsync(cancel);
        return answer;
    }

    /// <summary>A record is held by its country: across holders nothing is merged before the other one agrees.</summary>
    void Propose(Merge merge, string other, string reason)
    {
        var now = clock.GetUtcNow();
        merge.Propose(other, reason, call.Caller, now);
        db.OpenWorkItem(new()
        {
            Kind = ProposedKind,
            Key = merge.Id.ToString("N"),
            Country = other,
            Subjects = [merge.Survivor, merge.Absorbed],
            Facts = new Dictionary<string, string> { ["merge_id"] = merge.Id.ToString(), ["survivor"] = merge.Survivor, ["absorbed"] = merge.Absorbed },
            Decisions = [],
            DecidedByCall = "gms.registry.v1.Merges/AcceptMerge",
            OpenedAt = now,
        });
    }
}
