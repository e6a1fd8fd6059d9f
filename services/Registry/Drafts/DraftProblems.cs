using Gms.Platform;

namespace Gms.Registry.Drafts;

/// <summary>Every reason for which a call about drafts is refused.</summary>
static class DraftProblems
{
    public static Problem NotFound() =>
        new("DRAFT_NOT_FOUND", "You have no such draft. It goes 14 days after it was saved last, or when it is discarded, as the Portal does with one whose departure is registered.", "draft_id", "Begin anew, or choose one of those that ListDrafts answers.");

    public static Problem SavedMeanwhile() =>
        new("DRAFT_SAVED_MEANWHILE", "This was saved meanwhile, in another window. Nothing was overwritten.", "revision", "Look what was entered there, and save once more.");

    public static Problem TooMany(int most) =>
        new("DRAFT_TOO_MANY", $"You have {most} drafts already.", "draft_id", "Send or discard some of them first.");
}
