using Gms.Platform;

namespace Gms.DepartureOrientation.Withdrawals;

/// <summary>What must hold for an entry to be decided. Pure.</summary>
static class WithdrawalRules
{
    public static IEnumerable<Problem> ToDecide(WithdrawalEntry entry, WithdrawalDecision decision)
    {
        if (entry.Decision is not null)
            yield return Problems.WithdrawalEntryDecided();

        // A session gives papers and a departure rests on them: what is revoked is the paper.
        if (decision == WithdrawalDecision.Revoked && entry.Kind is WithdrawalEntryKind.Session or WithdrawalEntryKind.Departure)
            yield return Problems.WithdrawalEntryNotRevocable();
    }
}
