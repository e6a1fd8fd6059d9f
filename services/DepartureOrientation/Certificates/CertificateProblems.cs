using Gms.Platform;

namespace Gms.DepartureOrientation.Certificates;

/// <summary>Why a certificate is not issued or signed, beside those of <see cref="Problems"/>.</summary>
static class CertificateProblems
{
    public static Problem CertificateAssessmentNotPassed() =>
        new("CERTIFICATE_ASSESSMENT_NOT_PASSED", "The worker has not passed the assessment that the curriculum asks for.", "worker_number", "Let the worker take it, or take it again.");

    public static Problem CertificateKeyNotOnRecord() =>
        new("CERTIFICATE_KEY_NOT_ON_RECORD", "The country's key is not on the trust list, so that nobody could check what it signs.", "certificate_id", "Try again in a minute; if it stays so, tell whoever looks after the keys.");

    public static Problem CertificateTextTooLong(int most) =>
        new("CERTIFICATE_TEXT_TOO_LONG", $"The text is longer than {most} characters; no certificate is.", "text", "Send the text of the QR code only.");
}
