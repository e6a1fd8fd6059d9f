namespace Gms.Credentials;

/// <summary>What a verdict on a certificate says to whoever checks it: a word, a sentence, what to do.</summary>
public static class CertificateWords
{
    const string Report = "Keep the paper and report it.";

    public static PassWords Of(CertificateVerdict verdict) => verdict.OtherWorker
        ? new("Another worker's", "The certificate is genuine, and another worker's than the one who shows it.", "Do not take it; the worker attends a session, which is free.")
        : verdict.Fault switch
        {
            null => new("Valid", "The certificate is genuine and was not revoked as of the lists' time.", "Compare the worker number with the pass or the papers."),
            CredentialFault.Unreadable => new("Not a certificate", "This is not the text of a certificate of orientation.", "Scan or copy it again."),
            CredentialFault.Truncated => new("Incomplete", "The end of the text is missing.", "Scan or copy it again, whole."),
            CredentialFault.Unsigned => new("Forged", "Nobody signed this certificate.", Report),
            CredentialFault.Algorithm => new("Forged", "It is signed in a way that anybody could.", Report),
            CredentialFault.KeyUnknown => new("Not trusted", "It is signed with a key that no country of the trust list has.", "Load the lists where there is a network and check again; if it stays so, keep the paper and report it."),
            CredentialFault.KeyOfAnotherCountry => new("Forged", "It is signed with another country's key than the one that it names.", Report),
            CredentialFault.KeyCompromised => new("Not trusted", "The key that signed it was reported as known to others.", "The worker has it printed again by the institution: it is then signed with the present key."),
            CredentialFault.KeyNotInUse => new("Forged", "The key was not in use when the certificate says that it was signed.", Report),
            CredentialFault.Forged => new("Forged", "The signature does not belong to what stands on the certificate.", Report),
            CredentialFault.Revoked => new("Revoked", "The certificate was genuine and has been revoked.", "The worker asks the institution why, and attends another session, which is free."),
            CredentialFault.Expired => new("Expired", "The certificate is genuine; its last day is over.", "The worker attends another session, which is free."),
            CredentialFault.StatusUnknown => new("Not known", "The certificate is genuine; the lists that say whether it was revoked are missing or too old.", "Load the lists where there is a network, or ask the institution by telephone."),
            _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
        };
}
