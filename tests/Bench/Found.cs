using Gms.Matching;

namespace Gms.Bench;

/// <summary>How well the same person is found again: the engine that every enrolment asks, on generated people of another seed than it was tuned on, error rates doubled.</summary>
static class Found
{
    const int OnRecord = 50_000, Coming = 5_000;

    public static Figure Measure()
    {
        var groups = Groups.Report(OnRecord, Coming);
        var all = groups.Single(g => g.Group == Groups.Everybody);
        var sides = new Dictionary<string, Side> { ["precision at the same threshold (goal 0.95)"] = new(all.PrecisionLower) };
        foreach (var group in groups.Where(g => g != all))
        {
            sides[$"recall, {group.Group}"] = new(group.RecallLower);
            sides[$"precision, {group.Group}"] = new(group.PrecisionLower);
        }
        return new("Duplicates found at the lower threshold", "recall", all.RecallLower)
        {
            Goal = 0.98,
            Beside = sides,
            Note = $"Six countries with {OnRecord} on record and {Coming} who come each, one in {Trial.DuplicateEvery} of them on record with errors. At the upper threshold: recall {all.RecallUpper:0.000}, precision {all.PrecisionUpper:0.000}. "
                + "tests/Matching measures other sizes.",
        };
    }
}
