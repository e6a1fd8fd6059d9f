using Gms.DepartureOrientation.Curricula;
using Gms.DepartureOrientation.Sessions;
using Gms.Platform;

namespace Gms.DepartureOrientation.Certificates;

/// <summary>What must hold for a certificate to be issued, relied on and revoked. Pure.</summary>
static class CertificateRules
{
    public static IEnumerable<Problem> ToIssue(Session session, Enrolment? enrolment)
    {
        if (session.State != SessionState.Closed)
            yield return Problems.CertificateSessionOpen();

        // Withdrawn since with effect on the session's days: its certificates would be worth nothing.
        if (session.Trainer.CertifiedFor(session.FirstDay, session.LastDay) is null)
            yield return Problems.SessionTrainerNotCertified();

        if (enrolment is null)
            yield return Problems.AttendanceNotEnrolled();
        else if (enrolment.Minutes < session.Curriculum.MinutesNeeded)
            yield return Problems.CertificateShareNotReached(enrolment.Minutes, session.Curriculum.MinutesNeeded);
    }

    public static IEnumerable<Problem> ToRevoke(Certificate certificate)
    {
        if (!certificate.State.CanBecome(CertificateState.Revoked))
            yield return Problems.CertificateAlreadyRevoked();
    }

    /// <summary>The whole life of a certificate; a step that is not here is refused.</summary>
    public static bool CanBecome(this CertificateState from, CertificateState to) => (from, to) is (CertificateState.Issued, CertificateState.Revoked);

    /// <summary>Why a certificate does not answer for a departure on a day; null when it does.</summary>
    /// <param name="signed">Whether the issuing country's signature confirms what the certificate says.</param>
    public static string? Flaw(Certificate certificate, string origin, string destination, DateOnly day, bool signed)
    {
        if (!signed)
            return "Its signature does not confirm what it says.";
        if (certificate.Stage != Stage.PreDeparture)
            return "It is not for orientation before departure.";

        // Which countries' certificates are as good as the origin's own is not known yet: only those of the origin count.
        if (certificate.Country != origin || certificate.Origin is { } from && from != origin)
            return $"It is not for leaving {origin}.";
        if (certificate.Destination is { } to && to != destination)
            return $"It is for work in {to}, not in {destination}.";
        if (certificate.RevokedOn is { } revoked && revoked <= day)
            return $"It was revoked on {revoked:yyyy-MM-dd}.";
        if (day < certificate.IssuedOn)
            return $"It was issued on {certificate.IssuedOn:yyyy-MM-dd}, after the day asked about.";
        return certificate.ExpiresOn < day ? $"It expired on {certificate.ExpiresOn:yyyy-MM-dd}." : null;
    }
}
