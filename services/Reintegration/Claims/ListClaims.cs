using Gms.Platform;
using Gms.Reintegration.Cases;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Claims;

partial class ClaimsService
{
    public override async Task<Proto.ListClaimsResponse> ListClaims(Proto.ListClaimsRequest request, ServerCallContext context)
    {
        var held = await db.CaseFor(call, Read.Id(request.CaseId, "case_id"), context.CancellationToken);
        var claims = await db.Claims.AsNoTracking().Include(c => c.Steps).Where(c => c.CaseId == held.Id).OrderBy(c => c.Id).ToListAsync(context.CancellationToken);
        var ids = claims.ConvertAll(c => c.Id);
        var due = await db.Set<Casework.StepWatch>().AsNoTracking().Where(w => w.Step == Casework.Step.ClaimStep && ids.Contains(w.SubjectId)).ToDictionaryAsync(w => w.SubjectId, w => w.DueOn, context.CancellationToken);

        call.Disclose(held.WorkerNumber, "claims");
        return new() { Claims = { claims.Select(c => ToProto(c, words.ToRead(held), due.TryGetValue(c.Id, out var day) ? day : null)) } };
    }

    static Proto.Claim ToProto(Claim claim, Words told, DateOnly? dueOn) => new()
    {
        ClaimId = claim.Id.ToString(),
        Kind = Enum.Parse<Proto.ClaimKind>(claim.Kind.ToString()),
        Against = claim.Against,
        Text = told.Read(claim.TextEncrypted, claim.Id) ?? "",
        ContractId = claim.ContractId ?? "",
        MembershipId = claim.MembershipId ?? "",
        State = ToProto(claim.State),
        NextStep = told.Read(claim.NextStepEncrypted, claim.Id) ?? "",
        NextStepDueOn = dueOn?.ToProto(),
        OpenedOn = claim.OpenedOn.ToProto(),
        Amount = claim.AmountMinor is { } minor ? new() { Minor = minor, Currency = claim.Currency } : null,
        SettledOn = claim.SettledOn?.ToProto(),
        Evidence = claim.Evidence ?? "",
        Steps = { claim.Steps.OrderBy(s => s.Number).Select(s => new Proto.ClaimStep { TakenOn = s.TakenOn.ToProto(), TakenBy = s.TakenBy, State = ToProto(s.State), Note = told.Read(s.NoteEncrypted, claim.Id) ?? "" }) },
    };
}
