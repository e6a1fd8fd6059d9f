using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Grants;

partial class GrantsService
{
    public override async Task<Proto.SetBudgetResponse> SetBudget(Proto.SetBudgetRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var country = Read.Country(request.Country, "country");
        call.MustReach(Reach.Country(country), "country");
        var programme = Read.Code(request.Programme, "programme", offers.Programmes);
        var office = Read.Text(request.Office, "office", 64);
        var year = Read.Number(request.Year, "year", 2000, 2100);
        var amount = Read.Money(request.Amount, "amount");
        var budget = await db.GrantBudgets.SingleOrDefaultAsync(b => b.Programme == programme && b.Office == office && b.Year == year && b.Currency == amount.Currency, cancel);
        if (!offers[programme].IsOpenTo(country) || (budget is not null && budget.Country != country))
            throw Refuse.NotNow(Problems.BudgetProgrammeOtherCountry(programme));

        if (budget is not null && amount.Minor < budget.CommittedMinor)
            throw Refuse.NotNow(Problems.BudgetBelowCommitted());

        if (budget is null)
            db.Add(budget = new() { Country = country, Programme = programme, Office = office, Year = year, Currency = amount.Currency, AmountMinor = amount.Minor });
        else
            budget.AmountMinor = amount.Minor;
        return await db.Commit(new Proto.SetBudgetResponse { BudgetId = budget.Id.ToString() }, cancel);
    }
}
