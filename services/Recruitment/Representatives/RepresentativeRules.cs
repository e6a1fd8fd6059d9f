using Gms.Platform;
using Gms.Recruitment.Reference;
using Proto = Gms.Type.V1;

namespace Gms.Recruitment.Representatives;

/// <summary>What must hold for somebody to act for an agency. Pure: every fact a rule weighs is an argument.</summary>
static class RepresentativeRules
{
    /// <param name="one">Who is to be registered.</param>
    /// <param name="rule">What the agency's country says of sub-agents on the first day.</param>
    /// <param name="withOthers">How many other agencies the sub-agent is tied to on some of those days.</param>
    public static IEnumerable<Problem> ToRegister(Representative one, SubAgentRule rule, int withOthers)
    {
        if (one.LastDay < one.From)
            yield return Problems.RepresentativeEndsBeforeStart();
        if (one.Kind != RepresentativeKind.SubAgent)
            yield break;
        if (one.RegistrationNumber is null)
            yield return Problems.RepresentativeNumberMissing();
        if (rule is { Allowed: false, Source.MayBlock: true })
            yield return Problems.SubAgentsNotAllowed(rule.Source);
        if (MustBeAlone(one, rule) && withOthers > 0)
            yield return Problems.SubAgentOfOtherAgency();
    }

    /// <summary>What could not be decided, or only warns: a rule that is not sure enough to refuse flags.</summary>
    public static IEnumerable<Proto.Check> Warnings(Representative one, SubAgentRule rule, int withOthers)
    {
        if (one.Kind != RepresentativeKind.SubAgent)
            yield break;
        if (rule.Allowed is not true && !(rule is { Allowed: false, Source.MayBlock: true }))
            yield return new() { Code = "SUB_AGENTS_ALLOWED", Outcome = rule.Allowed is null ? Proto.Outcome.Unknown : Proto.Outcome.Fail, Message = "Whether an agency may have sub-agents is not surely known here.", Remedy = "Ask the licensing office.", Source = rule.Source.ToProto() };
        if (withOthers > 0 && !MustBeAlone(one, rule))
            yield return new()
            {
                Code = "SUB_AGENT_OF_OTHER_AGENCY", Outcome = rule.OneAgency is true ? Proto.Outcome.Fail : Proto.Outcome.Unknown, Source = rule.Source.ToProto(),
                Message = "The sub-agent is tied to another agency on some of those days.", Remedy = "Ask which agency answers for it.",
            };
    }

    /// <summary>Whether the rule is sure enough that the database keeps the sub-agent to one agency.</summary>
    public static bool MustBeAlone(Representative one, SubAgentRule rule) => one.Kind == RepresentativeKind.SubAgent && rule is { OneAgency: true, Source.MayBlock: true };

    public static IEnumerable<Problem> ToEnd(Representative one, DateOnly lastDay)
    {
        if (one.LastDay is { } end && end <= lastDay)
            yield return Problems.RepresentativeEndedAlready();
        if (lastDay < one.From)
            yield return Problems.RepresentativeEndsBeforeStart();
    }
}
