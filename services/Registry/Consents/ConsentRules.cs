using Gms.Platform;

namespace Gms.Registry.Consents;

/// <summary>What must hold for a consent to be recorded or withdrawn. Pure.</summary>
static class ConsentRules
{
    public static IEnumerable<Problem> ToRecord(Consent consent, PurposeTable purposes, bool byTheWorker)
    {
        if (!purposes.RestsOnConsentForSomebody(consent.Purpose))
        {
            yield return Problems.ConsentNotNeeded(consent.Purpose.Name());
            yield break;    // then there is no text either
        }

        var text = purposes.TextOf(consent.Purpose);
        if (!purposes.Texts.Any(t => t.Purpose == text.Purpose && t.Version == consent.TextVersion && t.Texts.ContainsKey(consent.Language)))
            yield return Problems.ConsentTextUnknown(text.Version, string.Join(", ", text.Texts.Keys.Order(StringComparer.Ordinal)));
        else if (consent.TextVersion != text.Version)
            yield return Problems.ConsentTextOutdated(text.Version);

        // Whoever is signed in is the evidence; for anybody else there is a paper or a witness.
        if (byTheWorker != (consent.Manner is ConsentManner.SignedIn))
            yield return Problems.ConsentHowNotPossible();
        else if (!byTheWorker && consent.EvidenceReference is null)
            yield return Problems.ConsentEvidenceMissing();
    }

    public static IEnumerable<Problem> ToWithdraw(Consent consent)
    {
        if (consent.WithdrawnAt is not null)
            yield return Problems.ConsentWithdrawnAlready();
    }
}
