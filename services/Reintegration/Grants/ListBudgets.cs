using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Grants;

partial class GrantsService
{
    public override async Task<Proto.ListBudgetsResponse> ListBudgets(Proto.ListBudgetsRequest request, ServerCallContext context)
    {
        var country = Read.Country(request.Country, "country");
        call.MustReach(Reach.Country(country), "country");
        var year = Read.Number(request.Year, "year", 2000, 2100);
        var budgets = await db.GrantBudgets.AsNoTracking().Where(b => b.Country == country && b.Year == year).OrderBy(b => b.Programme).ThenBy(b => b.Office).ThenBy(b => b.Currency).ToListAsync(context.CancellationToken);
        return new()
        {
            Budgets =
            {
                budgets.Select(b => new Proto.Budget
                {
                    BudgetId = b.Id.ToString(),
                    Programme = b.Programme,
                    Office = b.Office,
                    Year = b.Year,
                    Amount = new() { Minor = b.AmountMinor, Currency = b.Currency },
                    Committed = new() { Minor = b.CommittedMinor, Currency = b.Currency },
                }),
            },
        };
    }
}
