using Gms.Platform;

namespace Gms.Reintegration.Claims;

/// <summary>What must hold for a claim to move. Pure.</summary>
static class ClaimRules
{
    /// <param name="Next">What somebody does next; null for none.</param>
    /// <param name="SettledOn">The day of payment or refusal; null when not said.</param>
    public sealed record Moved(ClaimState To, string? Next, Money? Amount, DateOnly? SettledOn, string? Evidence);

    public static IEnumerable<Problem> ToMove(Claim claim, Moved moved, DateOnly today)
    {
        if (!claim.State.CanBecome(moved.To))
            yield return Problems.ClaimStateWrong(claim.State, moved.To);
        if (moved.To.IsSettled() == (moved.Next is not null))
            yield return Problems.ClaimNextStepWrong(moved.To);
        if (moved.To == ClaimState.Paid && (moved.Amount is null or { Minor: 0 } || moved.Evidence is null || moved.SettledOn is null))
            yield return Problems.ClaimPaidWithoutEvidence();
        if (moved.SettledOn is { } on && (on > today || on < claim.OpenedOn))
            yield return Problems.ClaimSettledOnWrongDay();
    }

    public static bool IsSettled(this ClaimState state) => state is ClaimState.Paid or ClaimState.Refused or ClaimState.Dropped;

    /// <summary>The whole life of a claim. What was refused can be filed again, on appeal; a step can be taken within a state.</summary>
    public static bool CanBecome(this ClaimState from, ClaimState to) => (from, to) switch
    {
        (ClaimState.ToAsk, ClaimState.ToAsk or ClaimState.ToFile or ClaimState.Dropped) => true,
        (ClaimState.ToFile, ClaimState.ToFile or ClaimState.Filed or ClaimState.Paid or ClaimState.Dropped) => true,
        (ClaimState.Filed, ClaimState.Filed or ClaimState.Awarded or ClaimState.Paid or ClaimState.Refused or ClaimState.Dropped) => true,
        (ClaimState.Awarded, ClaimState.Awarded or ClaimState.Paid or ClaimState.Refused or ClaimState.Dropped) => true,
        (ClaimState.Refused, ClaimState.Filed) => true,
        _ => false,
    };
}
