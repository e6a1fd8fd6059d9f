using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Grants;

partial class GrantsService
{
    public override async Task<Proto.DecideGrantResponse> DecideGrant(Proto.DecideGrantRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var approves = Read.Value<Proto.GrantDecision, GrantDecision>(request.Decision, "decision") == GrantDecision.Approve;
        var reason = Read.OptionalText(request.Reason, "reason", 300);
        var (grant, held) = await Find(Read.Id(request.GrantId, "grant_id"), cancel);
        var budget = await db.GrantBudgets.AsNoTracking().SingleAsync(b => b.Id == grant.BudgetId, cancel);

        Refuse.IfAny(GrantRules.ToDecide(grant, held, approves, reason, call.Caller.Account, budget));

        grant.Decide(approves, reason is null ? null : words.ToWrite(held).Seal(reason, grant.Id), call.Caller.Account, clock.TodayIn(held.Country));
        return await Answer(grant, held, state => new Proto.DecideGrantResponse { State = state }, cancel);
    }
}

/// <summary>What an officer says to a grant that another one asked for.</summary>
public enum GrantDecision
{
    Approve,
    Refuse,
}
