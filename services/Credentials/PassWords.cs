namespace Gms.Credentials;

/// <summary>What a verdict says to the officer who holds the pass: a word, a sentence, what to do. The table of docs/passes.md.</summary>
/// <param name="Word">As the check page says it.</param>
/// <param name="Sentence">What was found.</param>
/// <param name="WhatToDo">What the officer does about it.</param>
public sealed record PassWords(string Word, string Sentence, string WhatToDo)
{
    public static PassWords Of(CredentialFault? fault) => fault switch
    {
        null => new("Valid", "The pass is genuine and in force, and was not revoked as of the lists' time.", "Compare each line with the worker and the paper in hand."),
        CredentialFault.Unreadable => new("Not a pass", "This is not the text of a departure pass.", "Scan or copy it again."),
        CredentialFault.Truncated => new("Incomplete", "The end of the text is missing.", "Scan or copy it again, whole."),
        CredentialFault.Unsigned => new("Forged", "Nobody signed this pass.", Report),
        CredentialFault.Algorithm => new("Forged", "It is signed in a way that anybody could.", Report),
        CredentialFault.KeyUnknown => new("Not trusted", "It is signed with a key that no country of the trust list has.", "Load the lists where there is a network and check again; if it stays so, keep the paper and report it."),
        CredentialFault.KeyOfAnotherCountry => new("Forged", "It is signed with another country's key than the one that it names.", Report),
        CredentialFault.KeyCompromised => new("Not trusted", "The key that signed it was reported as known to others.", "Keep the paper, and ask the ministry of the country of origin for the present pass."),
        CredentialFault.KeyNotInUse => new("Forged", "The key was not in use when the pass says that it was signed.", Report),
        CredentialFault.Forged => new("Forged", "The signature does not belong to what stands on the pass.", Report),
        CredentialFault.Revoked => new("Revoked", "The pass was genuine and has been revoked.", "Send the worker to the ministry of the country of origin."),
        CredentialFault.Expired => new("Expired", "The pass is genuine; its last day is over.", Present),
        CredentialFault.NotYetValid => new("Not yet valid", "The pass is genuine; its first day has not come.", Present),
        CredentialFault.StatusUnknown => new("Not known", "The pass is genuine; the lists that say whether it was revoked are missing or too old.", "Load the lists where there is a network, or ask the ministry by telephone."),
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };

    const string Report = "Keep the paper and report it.";
    const string Present = "Do not take it; the worker asks the ministry or the agency for the departure's present pass.";
}
