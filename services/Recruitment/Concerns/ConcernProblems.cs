using Gms.Platform;

namespace Gms.Recruitment.Concerns;

/// <summary>Every reason for which a call about concerns is refused.</summary>
static class ConcernProblems
{
    /// <summary>The same for an unknown reference and for a wrong secret: nobody learns which references exist.</summary>
    public static Problem NotFound(string field) =>
        new("CONCERN_NOT_FOUND", "There is no concern with this reference and secret.", field, "Compare both with what you wrote down.");

    public static Problem SecretHashMalformed() =>
        new("CONCERN_SECRET_HASH_MALFORMED", "secret_sha256 is not a SHA-256 in lower-case hexadecimal.", "secret_sha256", "Send 64 characters, 0 to 9 and a to f.");

    public static Problem AnsweredAlready() =>
        new("CONCERN_ANSWERED_ALREADY", "A colleague answered this concern.", "concern_id", "Read it again.");

    public static Problem ComplaintMissing() =>
        new("CONCERN_COMPLAINT_MISSING", "Which complaint was opened is not said.", "complaint_id", "Open it by Complaints.OpenComplaint first, then send its id.");

    public static Problem ComplaintNotOpened() =>
        new("CONCERN_COMPLAINT_NOT_OPENED", "A complaint is named though none was opened from it.", "complaint_id", "Leave it empty, or say CONCERN_OUTCOME_COMPLAINT_OPENED.");
}
