using Gms.Platform;

namespace Gms.DepartureOrientation.GoodPractices;

/// <summary>Every reason for which calls on good practices are refused. Codes are never reused.</summary>
static class GoodPracticeProblems
{
    public static Problem NotFound() =>
        new("GOOD_PRACTICE_NOT_FOUND", "There is no such practice.", "practice_id", "List the practices and send an id from there.");

    public static Problem TitleTaken() =>
        new("GOOD_PRACTICE_TITLE_TAKEN", "The country shares a practice of that title.", "title", "Tell the two apart by title, or take the other one back first.");

    public static Problem Withdrawn(string field) =>
        new("GOOD_PRACTICE_WITHDRAWN", "The practice was taken back.", field, "Read why, and choose one that is shared.");
}
