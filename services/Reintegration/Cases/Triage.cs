using Gms.Reintegration.Casework;

namespace Gms.Reintegration.Cases;

/// <summary>Why a case comes before another: every reason by itself; the order is their sum and says nothing more.</summary>
public sealed record Triage(int Order, bool Urgent, IReadOnlyList<TriageReason> Reasons);

/// <summary>One reason.</summary>
/// <param name="Sign">The sign.</param>
/// <param name="Weight">What it adds to the order.</param>
/// <param name="Recorded">Who said so and why; null where the reason of return is the sign.</param>
public sealed record TriageReason(string Sign, int Weight, bool Urgent, CaseSign? Recorded);

/// <summary>Puts cases in order by dated data. Pure.</summary>
static class TriageRules
{
    /// <summary>A sign counts once, however often it was recorded; one whose rule does not hold on the day counts nothing.</summary>
    public static Triage Of(string reason, IEnumerable<CaseSign> signs, CaseworkRules rules, DateOnly day)
    {
        var reasons = new List<TriageReason>();
        foreach (var sign in signs.Where(s => s.LiftedOn is null).OrderBy(s => s.SeenOn).DistinctBy(s => s.Code))
            if (rules.Sign(sign.Code, day) is { } rule)
                reasons.Add(new(sign.Code, rule.Weight, rule.Urgent, sign));
        foreach (var shown in rules.ShownByReason.Where(s => s.Reason == reason && reasons.TrueForAll(r => r.Sign != s.Sign)))
            if (rules.Sign(shown.Sign, day) is { } rule)
                reasons.Add(new(shown.Sign, rule.Weight, rule.Urgent, null));
        return new(reasons.Sum(r => r.Weight), reasons.Exists(r => r.Urgent), [.. reasons.OrderByDescending(r => r.Weight).ThenBy(r => r.Sign, StringComparer.Ordinal)]);
    }
}
