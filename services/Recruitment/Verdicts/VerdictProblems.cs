using Gms.Platform;

namespace Gms.Recruitment.Verdicts;

/// <summary>Every reason for which a call on verdicts and their figures is refused. Codes are never reused.</summary>
static class VerdictProblems
{
    public static Problem IndicatorRebuildRunning() =>
        new("INDICATOR_REBUILD_RUNNING", "Another rebuild is running.", null, "Wait until it has ended.");

    public static Problem VerdictSubjectMissing() =>
        new("VERDICT_SUBJECT_MISSING", "It is not said of whom the verdict is.", null, "Send one of recruitment, agency and employer.");

    public static Problem VerdictNotFound() =>
        new("VERDICT_NOT_FOUND", "There is no such verdict among those you may see.", "verdict_id", "Use an id that KeepVerdict or ListVerdicts answered.");

    public static Problem VerdictNothingToKeep() =>
        new("VERDICT_NOTHING_TO_KEEP", "The worker has no contract that a verdict could be kept of.", "recruitment.worker_number", "Register the contract first.");

    public static Problem VerdictNothingToCheck() =>
        new("VERDICT_NOTHING_TO_CHECK", "Neither a verdict nor its id was sent.", "signed", "Send the signed bytes, or the id of a kept verdict.");

    public static Problem VerdictKnownInFuture() =>
        new("VERDICT_KNOWN_IN_FUTURE", "Nobody knows yet what will be on record then.", "known_at", "Leave it unset for what is on record now.");

    public static Problem CohortTooLarge(int most) =>
        new("STATISTICS_COHORT_TOO_LARGE", $"More than {most} people are named at once.", "members", "Ask in several calls.");
}
