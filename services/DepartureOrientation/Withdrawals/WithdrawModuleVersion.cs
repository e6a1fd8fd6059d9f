using Gms.Events.DepartureOrientation;
using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Withdrawals;

partial class WithdrawalsService
{
    public override async Task<Proto.WithdrawModuleVersionResponse> WithdrawModuleVersion(Proto.WithdrawModuleVersionRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var country = Read.Country(request.Country, "country");
        call.MustReach(Reach.Country(country), "country");
        var code = Read.Text(request.Code, "code", 40);
        var version = Read.Number(request.Version, "version", 1, 9999);
        var from = Read.Day(request.From, "from");
        var reason = Read.Text(request.Reason, "reason", 400);
        var module = await db.Modules.SingleOrDefaultAsync(m => m.Country == country && m.Code == code && m.Version == version, cancel) ?? throw Refuse.NotFound(Problems.ModuleNotFound());

        Refuse.IfAny(module.WithdrawnFrom is null ? [] : [Problems.ModuleWithdrawn()]);

        var withdrawal = db.Add(new Withdrawal { Country = country, ModuleId = module.Id, FromDay = from, Reason = reason, WithdrawnBy = call.Caller.Account, WithdrawnAt = clock.GetUtcNow() }).Entity;
        await db.ListFallout(withdrawal, cancel);
        module.Withdraw(from);
        db.Publish(Withdrawn(withdrawal, module));
        return await db.Commit(new Proto.WithdrawModuleVersionResponse { WithdrawalId = withdrawal.Id.ToString(), Entries = withdrawal.Entries.Count }, cancel);
    }

    ModuleVersionWithdrawn Withdrawn(Withdrawal withdrawal, Curricula.Module module) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = clock.GetUtcNow(),
        SubjectId = withdrawal.Id.ToString(),
        SubjectVersion = 1,
        WithdrawalId = withdrawal.Id,
        Country = module.Country,
        Code = module.Code,
        Version = module.Version,
        From = withdrawal.FromDay,
    };
}
