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
        var known = await Claimed(held, cancel);
        var found = asked.Dues.Where(d => d.State is DueState.Known or DueState.Unknown && KindOf(d) is not null)
            .Select(d => (Due: d, Kind: KindOf(d)!.Value, Origin: OriginOf(d)))
            .Where(d => !known.Contains((d.Kind, d.Origin)) && !IsFoundUnparted(d.Due, d.Kind, asked.Dues, known)).DistinctBy(d => (d.Kind, d.Origin)).ToList();
        // Listed in the order in which they were told: ids of one moment would stand in any.
        var now = clock.GetUtcNow();
        foreach (var (i, (due, kind, origin)) in found.Index())
            Begin(Of(held, due, kind, origin, Guid.CreateVersion7(now.AddMilliseconds(i))), held, due);
        call.Disclose(held.WorkerNumber, "claims");
        return await db.Commit(new Proto.FindClaimsResponse
        {
            Found = found.Count,
            NotAnswered = { asked.Dues.Where(d => d.State == DueState.PartDidNotAnswer).Select(d => d.Topic).Distinct() },
        }, cancel);
    }

    /// <summary>
    /// What is claimed already: in this case; and of a contract or membership, which a second return finds again, what goes on in another case of the person or
    /// was settled there. What a closed case left unsettled goes on here.
    /// </summary>
    async Task<HashSet<(ClaimKind, string)>> Claimed(Case held, CancellationToken cancel)
    {
        var numbers = await db.NumbersOf(held.WorkerNumber, cancel);
        ClaimState[] settled = [ClaimState.Paid, ClaimState.Refused, ClaimState.Dropped];
        var claims = await (from claim in db.Claims
                            join of in db.Cases on claim.CaseId equals of.Id
                            where of.Id == held.Id || (numbers.Contains(of.WorkerNumber) && claim.Origin != Nothing && (of.State != CaseState.Closed || settled.Contains(claim.State)))
                            select new { claim.Kind, claim.Origin }).ToListAsync(cancel);
        return [.. claims.Select(c => (c.Kind, c.Origin))];
    }

    void Begin(Claim claim, Case held, Due due)
    {
        var (state, next) = due.State == DueState.Known ? (ClaimState.ToFile, "Ask who owes it to pay.") : (ClaimState.ToAsk, "Ask the worker what is still owed.");
        Add(claim, held, state, next, Read.OptionalMoney(due.Amount, "dues.amount"), "Found in what the registry knows.");
    }

    Claim Of(Case held, Due due, ClaimKind kind, string origin, Guid id) => new()
    {
        Id = id,
        CaseId = held.Id,
        Kind = kind,
        Origin = origin,
        Against = held.From,
        TextEncrypted = words.ToWrite(held).Seal(due.Text.Length <= 500 ? due.Text : due.Text[..500], id),
        ContractId = due.ContractId.Length == 0 ? null : due.ContractId,
        MembershipId = due.MembershipId.Length == 0 ? null : due.MembershipId,
        OpenedOn = clock.TodayIn(held.Country),
    };

    /// <summary>Nothing is known that it was found by.</summary>
    const string Nothing = "none";

    static string OriginOf(Due due) =>
        (due.ContractId.Length > 0 ? due.ContractId : due.MembershipId.Length > 0 ? due.MembershipId : Nothing) + (due.Part.Length > 0 ? $":{due.Part}" : "");

    /// <summary>A claim whose origin is a membership alone was found while one line was taken of each: the first that the scheme gives.</summary>
    static bool IsFoundUnparted(Due due, ClaimKind kind, IEnumerable<Due> dues, HashSet<(ClaimKind, string)> known) =>
        kind == ClaimKind.Insurance && due.Part.Length > 0 && known.Contains((kind, due.MembershipId)) && ReferenceEquals(due, dues.First(d => d.MembershipId == due.MembershipId));

    /// <summary>Papers are no claim: S02 replaces them.</summary>
    static ClaimKind? KindOf(Due due) => due.Topic switch
    {
        "LAST_WAGES" => ClaimKind.Wages,
        "WAY_HOME" => ClaimKind.WayHome,
        "INSURANCE" => ClaimKind.Insurance,
        "FEES" => ClaimKind.Fee,
        _ => null,
    };
}
