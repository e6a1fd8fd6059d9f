using Gms.Platform;
using Gms.Reintegration.Cases;
using Grpc.Core;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Claims;

partial class ClaimsService
{
    public override async Task<Proto.OpenClaimResponse> OpenClaim(Proto.OpenClaimRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var kind = Read.Value<Proto.ClaimKind, ClaimKind>(request.Kind, "kind");
        var against = Read.OptionalAnyCountry(request.Against, "against") ?? throw Refuse.Invalid(PlatformProblems.FieldRequired("against"));
        var text = Read.Text(request.Text, "text", 500);
        var next = Read.Text(request.NextStep, "next_step", 200);
        var amount = Read.OptionalMoney(request.Amount, "amount");
        var held = await db.CaseFor(call, Read.Id(request.CaseId, "case_id"), cancel);

        Refuse.IfAny(CaseRules.ToWorkOn(held));

        var id = Guid.CreateVersion7();
        var claim = new Claim
        {
            Id = id,
            CaseId = held.Id,
            Kind = kind,
            Origin = id.ToString(),
            Against = against,
            TextEncrypted = words.ToWrite(held).Seal(text, id),
            ContractId = Read.OptionalId(request.ContractId, "contract_id")?.ToString(),
            OpenedOn = clock.TodayIn(held.Country),
        };
        Add(claim, held, ClaimState.ToFile, next, amount, "Told by the worker.");
        call.Disclose(held.WorkerNumber, "claims");
        return await db.Commit(new Proto.OpenClaimResponse { ClaimId = claim.Id.ToString() }, cancel);
    }
}
