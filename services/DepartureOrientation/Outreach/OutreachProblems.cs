using Gms.Platform;

namespace Gms.DepartureOrientation.Outreach;

/// <summary>Every reason for which calls on reach are refused. Codes are never reused.</summary>
static class OutreachProblems
{
    public static Problem PartDown(string service) =>
        new("OUTREACH_PART_DOWN", $"{service} does not answer, and without it the figures are not known.", null, "Try again in a moment.");

    public static Problem NoTraining() =>
        new("OUTREACH_NO_TRAINING", "The session is no training of trainers.", "training_session_id", "Send a session whose curriculum is for training trainers, or none for all of them.");
}
