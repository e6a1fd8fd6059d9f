using Gms.Platform;

namespace Gms.Registry.Passes;

/// <summary>Every reason for which a call about passes is refused, and every verdict on a pass that is not taken. Codes are never reused.</summary>
static class PassProblems
{
    public static Problem PassNotFound(string field) => new("PASS_NOT_FOUND", "There is no such pass among those you may see.", field, "Read the departure: only a cleared one has a pass.");

    public static Problem PassRevokedAlready() => new("PASS_REVOKED_ALREADY", "The pass was revoked before.", "pass_id", "Nothing to do.");

    public static Problem PassTextTooLong(int most) => new("PASS_TEXT_TOO_LONG", $"The text is longer than {most} characters; no pass is.", "text", "Send the text of the QR code only.");

    public static Problem PassKeyNotFound() => new("PASS_KEY_NOT_FOUND", "The country has no such key.", "key_id", "Use a key_id that ListPassKeys answers for the country.");

    public static Problem PassKeyCompromisedInFuture() => new("PASS_KEY_COMPROMISED_IN_FUTURE", "The time lies in the future.", "since", "Say since when somebody else may have the key, or leave it unset for now.");

    public static Problem PassNotOnRecord() => new("PASS_NOT_ON_RECORD", "The signature is right, but this pass was never issued.", "text", "Keep the paper and report it at once: somebody may have the country's key.");

    public static Problem PassUnreadable() => new("PASS_UNREADABLE", "This is not a departure pass.", "text", "Scan again; ask for the pass that begins with GMSP1.");

    public static Problem PassTruncated() => new("PASS_TRUNCATED", "The end of the pass is missing.", "text", "Scan the whole code again.");

    public static Problem PassUnsigned() => new("PASS_UNSIGNED", "Nobody signed it.", "text", "Treat it as forged.");

    public static Problem PassAlgorithmRefused() => new("PASS_ALGORITHM_REFUSED", "It is signed in a way that anybody could.", "text", "Treat it as forged.");

    public static Problem PassKeyUnknown() => new("PASS_KEY_UNKNOWN", "It is signed with a key that is not in the trust list.", "text", "Renew the trust list; if the key is still not there, treat the pass as forged.");

    public static Problem PassKeyOfAnotherCountry() => new("PASS_KEY_OF_ANOTHER_COUNTRY", "It is signed with another country's key than it says.", "text", "Treat it as forged.");

    public static Problem PassKeyCompromised() => new("PASS_KEY_COMPROMISED", "It is signed with a key that somebody else may have.", "text", "Ask the ministry of the country of origin: a genuine pass was issued anew.");

    public static Problem PassKeyNotInUse() => new("PASS_KEY_NOT_IN_USE", "The key was not in use when the pass says it was signed.", "text", "Treat it as forged.");

    public static Problem PassForged() => new("PASS_FORGED", "The signature does not belong to what stands on the pass.", "text", "Treat it as forged: keep the paper and report it.");

    public static Problem PassRevoked(DateTimeOffset? asOf) => new("PASS_REVOKED", $"The pass was revoked, as of {asOf:yyyy-MM-dd HH:mm} UTC.", "text", "Send the worker to the ministry of the country of origin, which says why.");

    public static Problem PassExpired() => new("PASS_EXPIRED", "The last day of the pass has passed.", "text", "The worker applies for departure again.");

    public static Problem PassNotYetValid() => new("PASS_NOT_YET_VALID", "The planned day of departure has not come.", "text", "The worker comes back on the day, or has the departure decided for an earlier one.");

    public static Problem PassStatusUnknown() => new("PASS_STATUS_UNKNOWN", "Whether it was revoked is not known here.", "text", "Renew the status lists, or ask by telephone.");
}
