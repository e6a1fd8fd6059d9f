using Gms.Platform;
using Gms.Registry.V1;
using Gms.Reintegration.Cases;
using Gms.Type.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Claims;

partial class ClaimsService
{
    public override async Task<Proto.FindClaimsResponse> FindClaims(Proto.FindClaimsRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var held = await db.CaseFor(call, Read.Id(request.CaseId, "case_id"), cancel);
        Refuse.IfAny(held.ReturnId is null ? [.. CaseRules.ToWorkOn(held), Problems.ClaimsWithoutReturn()] : CaseRules.ToWorkOn(held));

        var asked = await new Returns.ReturnsClient(peers.To("Registry", Purpose.Reintegration)).ListDuesAsync(new() { ReturnId = held.ReturnId.ToString() }, cancellationToken: cancel);
        var known = (await db.Claims.Where(c => c.CaseId == held.Id).Select(c => new { c.Kind, c.Origin }).ToListAsync(cancel)).Select(c => (c.Kind, c.Origin)).ToHashSet();
        var found = asked.Dues.Where(d => d.State is DueState.Known or DueState.Unknown && KindOf(d) is not null)
            .Select(d => (Due: d, Kind: KindOf(d)!.Value, Origin: OriginOf(d))).Where(d => !known.Contains((d.Kind, d.Origin))).DistinctBy(d => (d.Kind, d.Origin)).ToList();
        foreach (var (due, kind, origin) in found)
            Add(Of(held, due, kind, origin), held, due.State == DueState.Known ? ClaimState.ToFile : ClaimState.ToAsk, due.State == DueState.Known ? "Ask who owes it to pay." : "Ask the worker what is still owed.", null, "Found in what the registry knows.");
        call.Disclose(held.WorkerNumber, "claims");
        return await db.Commit(new Proto.FindClaimsResponse
        {
            Found = found.Count,
            NotAnswered = { asked.Dues.Where(d => d.State == DueState.PartDidNotAnswer).Select(d => d.Topic).Distinct() },
        }, cancel);
    }

    Claim Of(Case held, Due due, ClaimKind kind, string origin) => new()
    {
        CaseId = held.Id,
        Kind = kind,
        Origin = origin,
        Against = held.From,
        Text = due.Text.Length <= 500 ? due.Text : due.Text[..500],
        ContractId = due.ContractId.Length == 0 ? null : due.ContractId,
        MembershipId = due.MembershipId.Length == 0 ? null : due.MembershipId,
        OpenedOn = clock.TodayIn(held.Country),
    };

    static string OriginOf(Due due) => due.ContractId.Length > 0 ? due.ContractId : due.MembershipId.Length > 0 ? due.MembershipId : "none";

    /// <summary>Papers are no claim: S02 replaces them.</summary>
    static ClaimKind? KindOf(Due due) => due.Topic switch
    {
        "LAST_WAGES" => ClaimKind.Wages,
        "WAY_HOME" => ClaimKind.WayHome,
        "INSURANCE" => ClaimKind.Insurance,
        _ => null,
    };
}
