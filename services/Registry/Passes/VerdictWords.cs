using Gms.Credentials;
using Gms.Platform;

namespace Gms.Registry.Passes;

/// <summary>What a verdict means, and what to do about it.</summary>
static class VerdictWords
{
    /// <summary>The verdict in words; null for a valid pass.</summary>
    public static Problem? Of(PassVerdict verdict) => verdict.Fault switch
    {
        null => null,
        CredentialFault.Unreadable => PassProblems.PassUnreadable(),
        CredentialFault.Truncated => PassProblems.PassTruncated(),
        CredentialFault.Unsigned => PassProblems.PassUnsigned(),
        CredentialFault.Algorithm => PassProblems.PassAlgorithmRefused(),
        CredentialFault.KeyUnknown => PassProblems.PassKeyUnknown(),
        CredentialFault.KeyOfAnotherCountry => PassProblems.PassKeyOfAnotherCountry(),
        CredentialFault.KeyCompromised => PassProblems.PassKeyCompromised(),
        CredentialFault.KeyNotInUse => PassProblems.PassKeyNotInUse(),
        CredentialFault.Forged => PassProblems.PassForged(),
        CredentialFault.Revoked => PassProblems.PassRevoked(verdict.AsOf),
        CredentialFault.Expired => PassProblems.PassExpired(),
        CredentialFault.NotYetValid => PassProblems.PassNotYetValid(),
        CredentialFault.StatusUnknown => PassProblems.PassStatusUnknown(),
        _ => throw new InvalidOperationException($"No words for {verdict.Fault}."),
    };
}
