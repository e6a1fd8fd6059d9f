using Gms.Platform;
using Gms.SocialSecurity.Schemes;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Coverage;

/// <summary>How coverage is shown.</summary>
static class CoverageProto
{
    /// <summary>A branch that no scheme of the country serves is not covered.</summary>
    public static Proto.BranchCoverage Branch(Branch branch, IEnumerable<Proto.SchemeVerdict> verdicts)
    {
        var shown = new Proto.BranchCoverage { Branch = (Proto.Branch)branch, Schemes = { verdicts } };
        shown.State = shown.Schemes.Count > 0 ? shown.Schemes[0].State : Proto.CoverageState.NotCovered;
        return shown;
    }

    /// <summary>A branch in short; null where no scheme has anything to say of it.</summary>
    public static Proto.BranchState Short(Branch branch, Verdict? best) => best is null
        ? new() { Branch = (Proto.Branch)branch, State = Proto.CoverageState.NotCovered }
        : new() { Branch = (Proto.Branch)branch, State = (Proto.CoverageState)best.State, SchemeId = best.Scheme, MonthsCounted = best.Counted, WaitingFrom = best.WaitingFrom?.ToProto(), Confidence = best.Evidence.Confidence };

    public static Proto.SchemeVerdict ToProto(Verdict verdict) => new()
    {
        SchemeId = verdict.Scheme,
        State = (Proto.CoverageState)verdict.State,
        WaitingFrom = verdict.WaitingFrom?.ToProto(),
        MonthsCounted = verdict.Counted,
        MonthsNeeded = verdict.Needed,
        WithinMonths = verdict.Within,
        Reason = verdict.Reason,
        Missing = verdict.Missing,
        Remedy = verdict.Remedy,
        Source = verdict.Evidence.ToBriefProto(),
        Ground = (Proto.CoverageGround)verdict.Ground,
    };

    public static Proto.SchemeObligation ToObligation(this Position position, DateOnly day) => new()
    {
        SchemeId = position.Scheme.Id,
        Name = position.Scheme.Name,
        Standing = (Proto.Standing)position.Rule.Standing,
        Member = position.IsMember,
        MemberToldBy = position.IsTold ? "" : position.Scheme.Country,
        Enroller = (Proto.Enroller)position.Rule.Enroller,
        Due = (Proto.EnrolmentDue)(position.Rule.Due ?? 0),
        WithinDays = position.Rule.WithinDays ?? 0,
        DueBy = position.Rule.WithinDays is { } days ? day.AddDays(days).ToProto() : null,
        Rule = position.Rule.Text,
        Source = position.RuleEvidence.ToProto(),
        Deadline = Deadline.Of(position, day)?.ToProto(),
    };

    static Proto.EnrolmentDeadline ToProto(this Deadline deadline) => new()
    {
        State = (Proto.DeadlineState)deadline.State,
        LastDay = deadline.LastDay?.ToProto(),
        Months = deadline.Counted,
        MonthsAsked = deadline.Needed,
        Text = deadline.Text,
        Rule = deadline.Rule,
        Source = deadline.Evidence.ToProto(),
    };
}
