using Gms.Platform;
using Gms.Recruitment.Agencies;

namespace Gms.Recruitment.Licences;

/// <summary>What can happen to a licence. Begin and Expire are the calendar's; all others an officer's.</summary>
public enum LicenceStep
{
    Begin,
    Suspend,
    Reinstate,
    Revoke,
    Renew,
    Expire,
}

/// <summary>The whole life of a licence: which step is possible in which state, and what it becomes. Whoever takes a step asks here.</summary>
static class LicenceSteps
{
    /// <summary>Null for a step that the state does not allow.</summary>
    public static LicenceState? After(this LicenceState state, LicenceStep step) => (state, step) switch
    {
        (LicenceState.NotYetValid, LicenceStep.Begin) => LicenceState.Valid,
        (LicenceState.Valid, LicenceStep.Suspend) => LicenceState.Suspended,
        (LicenceState.Suspended, LicenceStep.Reinstate) => LicenceState.Valid,
        (LicenceState.NotYetValid or LicenceState.Valid or LicenceState.Suspended, LicenceStep.Revoke) => LicenceState.Revoked,
        // By another licence after it; this one goes on to its end. Whoever is suspended is reinstated first, whoever is too late applies anew.
        (LicenceState.Valid, LicenceStep.Renew) => LicenceState.Valid,
        (LicenceState.Valid or LicenceState.Suspended, LicenceStep.Expire) => LicenceState.Expired,
        _ => null,
    };

    /// <summary>Why the step is not possible; null when it is.</summary>
    public static Problem? Refusal(this LicenceState state, LicenceStep step) => state.After(step) is not null ? null : (step, state) switch
    {
        (LicenceStep.Renew, _) => Problems.LicenceNotRenewable(state),
        (LicenceStep.Reinstate, LicenceState.Valid or LicenceState.NotYetValid) => Problems.LicenceNotSuspended(),
        (LicenceStep.Suspend, LicenceState.Suspended) => Problems.LicenceAlreadySuspended(),
        (_, LicenceState.Revoked) => Problems.LicenceAlreadyRevoked(),
        _ => Problems.LicenceNotValidThen(),
    };
}
