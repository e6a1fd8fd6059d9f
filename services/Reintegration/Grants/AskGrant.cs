using Gms.Platform;
using Gms.Reintegration.Cases;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Grants;

partial class GrantsService
{
    public override async Task<Proto.AskGrantResponse> AskGrant(Proto.AskGrantRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var programme = Read.Code(request.Programme, "programme", offers.Programmes);
        var service = Read.Code(request.Service, "service", offers.Services.Keys);
        var purpose = Read.Text(request.Purpose, "purpose", 300);
        var amount = Read.Money(request.Amount, "amount");
        var held = await db.CaseFor(call, Read.Id(request.CaseId, "case_id"), cancel);
        var today = clock.TodayIn(held.Country);
        var budget = await db.GrantBudgets.AsNoTracking().SingleOrDefaultAsync(
            b => b.Programme == programme && b.Office == held.Office && b.Country == held.Country && b.Year == today.Year && b.Currency == amount.Currency, cancel);

        Refuse.IfAny(GrantRules.ToAsk(held, amount, budget));

        var id = Guid.CreateVersion7();
        var grant = new Grant
        {
            Id = id,
            CaseId = held.Id,
            BudgetId = budget!.Id,
            Service = service,
            PurposeEncrypted = words.ToWrite(held).Seal(purpose, id),
            AmountMinor = amount.Minor,
            Currency = amount.Currency,
            AskedOn = today,
            AskedBy = call.Caller.Account,
        };
        db.Add(grant);
        call.Disclose(held.WorkerNumber, "grants");
        return await db.Commit(new Proto.AskGrantResponse { GrantId = grant.Id.ToString() }, cancel);
    }
}
