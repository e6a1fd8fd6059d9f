namespace Gms.Credentials;

/// <summary>Why a pass or a list is not taken. Each has a code of its own, see <see cref="PassCodes"/>.</summary>
public enum CredentialFault
{
    /// <summary>Not a pass of this registry at all.</summary>
    Unreadable,

    /// <summary>The end is missing.</summary>
    Truncated,

    /// <summary>Names no algorithm, or "none": it proves nothing.</summary>
    Unsigned,

    /// <summary>An algorithm other than ES256, for example HS256 keyed with the public key that everybody has.</summary>
    Algorithm,

    /// <summary>Signed with a key that is not in the trust list.</summary>
    KeyUnknown,

    /// <summary>Signed with another country's key than it says.</summary>
    KeyOfAnotherCountry,

    /// <summary>The key was stolen or may have been: nothing that it signed proves anything.</summary>
    KeyCompromised,

    /// <summary>Signed before the key was in use, or after it was retired.</summary>
    KeyNotInUse,

    /// <summary>The signature does not belong to the content: somebody changed one or made up the other.</summary>
    Forged,

    Revoked,
    Expired,
    NotYetValid,

    /// <summary>No list says whether it was revoked, or only one that is too old.</summary>
    StatusUnknown,
}

/// <summary>A credential that is not taken.</summary>
public sealed class CredentialException : Exception
{
    public CredentialException(CredentialFault fault) : base(PassCodes.Of(fault)) => Fault = fault;

    public CredentialFault Fault { get; }
}

/// <summary>The code of each verdict, as calls, the command line and the page for border posts say it. Codes are never reused.</summary>
public static class PassCodes
{
    public const string Valid = "PASS_VALID";

    public static string Of(CredentialFault? fault) => fault is { } known ? Of(known) : Valid;

    public static string Of(CredentialFault fault) => fault switch
    {
        CredentialFault.Unreadable => "PASS_UNREADABLE",
        CredentialFault.Truncated => "PASS_TRUNCATED",
        CredentialFault.Unsigned => "PASS_UNSIGNED",
        CredentialFault.Algorithm => "PASS_ALGORITHM_REFUSED",
        CredentialFault.KeyUnknown => "PASS_KEY_UNKNOWN",
        CredentialFault.KeyOfAnotherCountry => "PASS_KEY_OF_ANOTHER_COUNTRY",
        CredentialFault.KeyCompromised => "PASS_KEY_COMPROMISED",
        CredentialFault.KeyNotInUse => "PASS_KEY_NOT_IN_USE",
        CredentialFault.Forged => "PASS_FORGED",
        CredentialFault.Revoked => "PASS_REVOKED",
        CredentialFault.Expired => "PASS_EXPIRED",
        CredentialFault.NotYetValid => "PASS_NOT_YET_VALID",
        CredentialFault.StatusUnknown => "PASS_STATUS_UNKNOWN",
    };
}
