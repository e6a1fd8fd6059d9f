using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Withdrawals;

partial class WithdrawalsService
{
    public override async Task<Proto.GetWithdrawalResponse> GetWithdrawal(Proto.GetWithdrawalRequest request, ServerCallContext context)
    {
        var withdrawal = await Find(db.Withdrawals.AsNoTracking(), Read.Id(request.WithdrawalId, "withdrawal_id"), context.CancellationToken);
        var counted = await Counted([withdrawal.Id], context.CancellationToken);
        return new() { Withdrawal = withdrawal.ToProto(counted.GetValueOrDefault(withdrawal.Id)) };
    }
}
