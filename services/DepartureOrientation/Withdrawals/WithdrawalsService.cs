using Gms.DepartureOrientation.Certificates;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Withdrawals;

/// <summary>The calls of protos/gms/departure_orientation/v1/withdrawals.proto, one file each in this folder.</summary>
public sealed partial class WithdrawalsService(DepartureOrientationDb db, Call call, TimeProvider clock, IPeers peers, CredentialSigner signer, Equivalences equivalences) : Proto.Withdrawals.WithdrawalsBase
{
    async Task<Withdrawal> Find(IQueryable<Withdrawal> withdrawals, Guid id, CancellationToken cancel)
    {
        var withdrawal = await withdrawals.Include(w => w.Module).SingleOrDefaultAsync(w => w.Id == id, cancel) ?? throw Refuse.NotFound(Problems.WithdrawalNotFound());
        call.MustReach(await ReachOf(withdrawal, cancel), Problems.WithdrawalNotFound());
        return withdrawal;
    }

    /// <summary>The country that withdrew, and every country that holds something of the list.</summary>
    async Task<Reach> ReachOf(Withdrawal withdrawal, CancellationToken cancel) => new()
    {
        Countries = [withdrawal.Country, .. await db.Set<WithdrawalEntry>().Where(e => e.WithdrawalId == withdrawal.Id).Select(e => e.Country).Distinct().ToListAsync(cancel)],
    };

    /// <summary>How many entries each list has, and how many of them wait.</summary>
    async Task<Dictionary<Guid, (int All, int Undecided)>> Counted(Guid[] withdrawals, CancellationToken cancel) =>
        await db.Set<WithdrawalEntry>().Where(e => withdrawals.Contains(e.WithdrawalId)).GroupBy(e => e.WithdrawalId)
            .Select(g => new { g.Key, All = g.Count(), Undecided = g.Count(e => e.Decision == null) })
            .ToDictionaryAsync(g => g.Key, g => (g.All, g.Undecided), cancel);
}
