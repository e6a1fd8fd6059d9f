using Gms.Recruitment.Costs;
using Gms.Recruitment.Reference;
using Gms.Type.V1;

namespace Gms.Recruitment.Compliance;

/// <summary>
/// What of a verdict an agency is told. What the worker said and what a complaint came to is for officers: a check that may rest on it is weighed for an
/// agency without it and passes for nobody, whether or not the worker spoke, so that neither the answer nor its absence leads back to the worker. Pure.
/// </summary>
static class OfficersOnly
{
    public const string Told = "What the worker said and complaints came to is told to officers only.";

    /// <summary>Indicators whose own rules weigh the worker's word, costs that the worker states, or complaints; beside them those that an item of a questionnaire names.</summary>
    static readonly HashSet<string> ByRule = ["FR03", "FR04", "FR05", "FR06", "FR07", "FR08", "FR09", "FR11", "FR13", "FR15", "FR17", "FR18", "FR23", "FR29", "FR30", "FR32"];

    /// <summary>Whether the check may rest on the worker's word or on a complaint.</summary>
    public static bool Covers(RecruitmentReference reference, string indicator) => ByRule.Contains(indicator) || reference.Questions.Indicators.Contains(indicator);

    /// <summary>The verdict as an officer or an agency is told it, with the signs of forced labour, which are for officers.</summary>
    public static (IReadOnlyList<Check> Checks, IReadOnlyList<(ForcedLabourIndicator Indicator, IReadOnlyList<string> Because)> Signs) Tell(RecruitmentFacts facts, bool forAgency)
    {
        if (forAgency)
            return ([.. Verdict.Of(Without(facts)).Select(Withheld)], []);
        var checks = Verdict.Of(facts);
        return (checks, [.. ForcedLabourSigns.Of(facts, checks)]);
    }

    /// <summary>A line that the agency is not shown: it tells what the worker said.</summary>
    public static bool IsWorkersWord(this CostLine line) => line.StatedBy == StatedBy.Worker;

    static RecruitmentFacts Without(RecruitmentFacts facts) =>
        new(facts.Contract, facts.Version, [.. facts.Lines.Where(l => !l.IsWorkersWord())], [], facts.AsOf, facts.Reference) { On = facts.On, Representatives = facts.Representatives };

    /// <summary>What the agency's own records fail stays failed; nothing else of a check that may rest on the worker's word is told.</summary>
    static Check Withheld(Check check)
    {
        if (!check.OfficersOnly)
            return check;
        check.Evidence = "";
        if (check.Outcome == Outcome.Fail)
            return check;
        (check.Message, check.Remedy) = (check.Outcome == Outcome.Pass ? $"{check.Message} {Told}" : Told, "");
        check.Outcome = Outcome.Unknown;
        return check;
    }
}
