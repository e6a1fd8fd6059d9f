using Gms.DepartureOrientation.Curricula;
using Gms.DepartureOrientation.Sessions;
using Gms.DepartureOrientation.Trainers;
using Gms.Platform;

namespace Gms.DepartureOrientation.Certificates;

/// <summary>What must hold for a certificate to be issued, relied on and revoked. Pure.</summary>
static class CertificateRules
{
    /// <summary>What must hold of the session, whoever the worker is.</summary>
    /// <param name="session">With its curriculum's modules, its institution's accreditations, and its trainer's certifications with theirs.</param>
    public static IEnumerable<Problem> OfSession(Session session)
    {
        if (session.State == SessionState.Cancelled)
            yield return PlaceProblems.SessionCancelled();
        else if (session.State != SessionState.Closed)
            yield return Problems.CertificateSessionOpen();

        // As when it was planned: what was withdrawn since with effect on the session's days would make its certificates worth nothing.
        if (!session.Institution.IsAccredited(session.FirstDay, session.LastDay))
            yield return Problems.SessionInstitutionNotAccredited();
        foreach (var problem in LeadRules.ToLead(session.Trainer.Certifications, session.Curriculum, session.Language, session.FirstDay, session.LastDay))
            yield return problem;
    }

    /// <param name="session">The session.</param>
    /// <param name="enrolment">The worker's place in it; null when there is none.</param>
    /// <param name="assessment">Whether the assessment that the edition asks for was passed; null when it asks for none.</param>
    public static IEnumerable<Problem> ToIssue(Session session, Enrolment? enrolment, bool? assessment = null)
    {
        foreach (var problem in OfSession(session))
            yield return problem;

        if (enrolment is null)
            yield return Problems.AttendanceNotEnrolled();
        else if (enrolment.Minutes < session.Curriculum.MinutesNeeded)
            yield return Problems.CertificateShareNotReached(enrolment.Minutes, session.Curriculum.MinutesNeeded);
        if (enrolment is not null && assessment == false)
            yield return CertificateProblems.CertificateAssessmentNotPassed();
    }

    public static IEnumerable<Problem> ToRevoke(Certificate certificate)
    {
        if (!certificate.State.CanBecome(CertificateState.Revoked))
            yield return Problems.CertificateAlreadyRevoked();
    }

    /// <summary>The whole life of a certificate; a step that is not here is refused.</summary>
    public static bool CanBecome(this CertificateState from, CertificateState to) => (from, to) is (CertificateState.Issued, CertificateState.Revoked);

    /// <summary>Why a certificate does not answer for a departure on a day; null when it does.</summary>
    /// <param name="certificate">The certificate, with its curriculum.</param>
    /// <param name="origin">The country left.</param>
    /// <param name="destination">The country of work.</param>
    /// <param name="day">The day on which it must hold.</param>
    /// <param name="signed">Whether the issuing country's signature confirms what the certificate says.</param>
    /// <param name="equivalence">By what the country left takes another country's certificate; null when it does not.</param>
    public static string? Flaw(Certificate certificate, string origin, string destination, DateOnly day, bool signed, Equivalence? equivalence = null)
    {
        if (!signed)
            return "Its signature does not confirm what it says.";
        if (certificate.Stage != Stage.PreDeparture)
            return "It is not for orientation before departure.";
        // An add-on has no least length. Whoever holds its base's certificate too departs by that one.
        if (certificate.Curriculum!.AddsTo is { } whole)
            return $"It is of an add-on to {whole}, which does not stand for the whole.";

        if (certificate.Country != origin && equivalence is null)
            return $"{origin} is not known to take certificates of {certificate.Country}.";
        if (certificate.Origin is { } from && from != origin && (equivalence is null || from != certificate.Country))
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
