using Gms.Recruitment.Complaints;
using Gms.Recruitment.Reference;
using Gms.Type.V1;

namespace Gms.Recruitment.Compliance;

/// <summary>Which of ILO's indicators of forced labour a recruitment shows a sign of. A sign is no finding: an inspector looks. Pure.</summary>
static class ForcedLabourSigns
{
    public static IEnumerable<(ForcedLabourIndicator Indicator, IReadOnlyList<string> Because)> Of(RecruitmentFacts facts, IReadOnlyList<Check> checks)
    {
        var failed = checks.Where(c => c.Outcome == Outcome.Fail).Select(c => c.Code).ToHashSet(StringComparer.Ordinal);
        var told = facts.Complaints.Where(c => c.CountsAgainst).Select(c => IndicatorOf(c.Category)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var indicator in facts.Reference.ForcedLabour.All)
        {
            List<string> because = [.. indicator.Checks.Where(failed.Contains).Order(StringComparer.Ordinal)];
            because.AddRange(StatedItems.Against(facts, indicator.Id));
            if (told.Contains(indicator.Id))
                because.Add("COMPLAINT");
            if (because.Count > 0)
                yield return (indicator, because);
        }
    }

    /// <summary>What a complaint points to by its category; null for one that points to none.</summary>
    static string? IndicatorOf(ComplaintCategory category) => category switch
    {
        ComplaintCategory.ContractDiffers => "FL02",
        ComplaintCategory.Abuse => "FL05",
        ComplaintCategory.PapersHeld => "FL07",
        ComplaintCategory.Wages => "FL08",
        ComplaintCategory.Conditions => "FL10",
        _ => null,
    };
}
