using Gms.Reintegration.Casework;

namespace Gms.Reintegration.Cases;

/// <summary>Why a case comes before another: every reason by itself; the order is their sum and says nothing more.</summary>
public sealed record Triage(int Order, bool Urgent, IReadOnlyList<TriageReason> Reasons);

/// <summary>One reason.</summary>
/// <param name="Sign">The sign; WAITING where it is the wait.</param>
/// <param name="Weight">What it adds to the order.</param>
/// <param name="Recorded">Who said so and why; null where the reason of return is the sign, and for the wait.</param>
/// <param name="Waits">Where it is the wait, so many days or more; null for a sign.</param>
public sealed record TriageReason(string Sign, int Weight, bool Urgent, CaseSign? Recorded, int? Waits = null);

/// <summary>Puts cases in order by dated data, as it is on a day. Pure.</summary>
static class TriageRules
{
    const string Waiting = "WAITING";

    /// <summary>A sign counts once, however often it was recorded; one whose rule does not hold on the day counts nothing.</summary>
    public static Triage Of(Case held, CaseworkRules rules, DateOnly day)
    {
        var reasons = new List<TriageReason>();
        foreach (var sign in held.Signs.Where(s => s.Counts(day)).OrderBy(s => s.SeenOn).DistinctBy(s => s.Code))
            if (rules.Sign(sign.Code, day) is { } rule)
                reasons.Add(new(sign.Code, rule.Weight, rule.Urgent, sign));
        foreach (var shown in rules.ShownByReason.Where(s => s.Reason == held.Reason && reasons.TrueForAll(r => r.Sign != s.Sign)))
            if (rules.Sign(shown.Sign, day) is { } rule)
                reasons.Add(new(shown.Sign, rule.Weight, rule.Urgent, null));
        if (held.State == CaseState.Opened && rules.Waits.Where(w => w.Holds(day) && held.ReturnedOn.AddDays(w.Days) <= day).MaxBy(w => w.Days) is { } wait)
            reasons.Add(new(Waiting, wait.Weight, false, null, wait.Days));
        return new(reasons.Sum(r => r.Weight), reasons.Exists(r => r.Urgent), [.. reasons.OrderByDescending(r => r.Weight).ThenBy(r => r.Sign, StringComparer.Ordinal)]);
    }

    /// <summary>The first day after one on which that may be another answer although nothing is recorded; null when no such day is known.</summary>
    public static DateOnly? ChangesOn(Case held, CaseworkRules rules, DateOnly day)
    {
        var codes = held.Signs.Where(s => s.Counts(day)).Select(s => s.Code).Concat(rules.ShownByReason.Where(s => s.Reason == held.Reason).Select(s => s.Sign)).ToHashSet();
        IEnumerable<DateOnly?> days =
        [
            .. held.Signs.Where(s => s.Counts(day)).Select(s => s.CountsUntil?.AddDays(1)),
            .. rules.Signs.Where(s => codes.Contains(s.Code)).SelectMany(BeginsAndEnds),
            .. held.State == CaseState.Opened ? rules.Waits.SelectMany(w => BeginsAndEnds(w).Append(held.ReturnedOn.AddDays(w.Days))) : [],
        ];
        return days.Where(d => d > day).Min();
    }

    static IEnumerable<DateOnly?> BeginsAndEnds(IDated rule) => [rule.EffectiveFrom, rule.EffectiveTo?.AddDays(1)];
}
