using Gms.Platform;
using Gms.SocialSecurity.Schemes;
using Gms.Type.V1;
using Problem = Gms.Platform.Problem;

namespace Gms.SocialSecurity.Memberships;

/// <summary>How a spell goes with the worker's others. Pure. What a rule of low confidence says is a doubt that the answer tells; it refuses nothing.</summary>
static class SpellRules
{
    /// <param name="membership">The membership to begin.</param>
    /// <param name="scheme">Its scheme.</param>
    /// <param name="own">What else the worker has in schemes of the country, none recorded in error.</param>
    public static IEnumerable<Problem> ToStart(Membership membership, Scheme scheme, IReadOnlyList<Membership> own)
    {
        var spells = scheme.Spells;
        var sameDays = own.Where(o => o.Scheme == scheme.Id && membership.Overlaps(o)).ToList();
        if (sameDays.Any(o => o.Employer == membership.Employer))
            yield return Problems.Overlaps();
        else if (spells.IsSole && sameDays.Count > 0)
            yield return Problems.OneAtATime(spells.SeveralEmployers!.Text, spells.SeveralEmployers.Evidence.Text);

        foreach (var (rule, other) in Apart(membership, scheme, own).Where(a => a.Rule.Evidence.MayBlock))
            yield return Problems.SchemesApart(rule.Text, other, rule.Evidence.Text);

        if (spells.Follows is { Evidence.MayBlock: true } follows && Left(follows, membership, own) is { } left && follows.LastDay(left) < membership.FromDay)
            yield return Problems.FollowsTooLate(follows.Text, follows.Scheme, follows.LastDay(left), follows.Evidence.Text);

        if (spells.Lapse is { Rejoin: false, Evidence.MayBlock: true } lapse && GivenUpSince(lapse, membership, own) is { } lastPaid)
            yield return Problems.GivenUp(lapse.Text, Months.FirstDay(lastPaid), lapse.Evidence.Text);
    }

    /// <summary>What an officer should look at, though it does not stand in the way.</summary>
    public static IEnumerable<Check> Doubts(Membership membership, Scheme scheme, IReadOnlyList<Membership> own)
    {
        var spells = scheme.Spells;
        if (spells.SeveralEmployers is { Allowed: false, Evidence: { MayBlock: false } evidence } several && own.Any(o => o.Scheme == scheme.Id && membership.Overlaps(o)))
            yield return Doubt("MEMBERSHIP_ONE_AT_A_TIME", $"{several.Text} The worker is a member on some of these days already.", evidence, scheme);
        foreach (var (rule, other) in Apart(membership, scheme, own).Where(a => !a.Rule.Evidence.MayBlock))
            yield return Doubt("MEMBERSHIP_SCHEMES_APART", $"{rule.Text} The worker is in {other} on some of these days.", rule.Evidence, scheme);

        // What was paid before this registry began is not here: too few months are a doubt, never a refusal.
        if (spells.Follows is { } follows && Paid(follows.Scheme, own).CountIn(0, Months.Index(membership.FromDay) - 1) is var paid && paid < follows.Months)
            yield return Doubt("MEMBERSHIP_FOLLOWS", $"{follows.Text} {paid} of {follows.Months} months in {follows.Scheme} are recorded.", follows.Evidence, scheme);
    }

    static Check Doubt(string code, string message, Evidence evidence, Scheme scheme) => new()
    {
        Code = code,
        Outcome = Outcome.Unknown,
        Message = message,
        Remedy = $"Ask {scheme.Administrator}.",
        Source = evidence.ToProto(),
    };

    static IEnumerable<(Exclusion Rule, string Other)> Apart(Membership membership, Scheme scheme, IReadOnlyList<Membership> own) =>
        from rule in scheme.Spells.Exclusions
        let other = own.FirstOrDefault(o => o.Scheme != scheme.Id && rule.Schemes.Contains(o.Scheme) && rule.Forbids(membership.FromDay, membership.ToDay, o.FromDay, o.ToDay))
        where other is not null
        select (rule, other.Scheme);

    /// <summary>The last day in the scheme that must go before; null when none is recorded or it still goes on.</summary>
    static DateOnly? Left(Follows follows, Membership membership, IReadOnlyList<Membership> own)
    {
        var before = own.Where(o => o.Scheme == follows.Scheme && o.FromDay <= membership.FromDay).ToList();
        return before.Count == 0 || before.Any(o => o.ToDay is null) ? null : before.Max(o => o.ToDay);
    }

    /// <summary>The last month paid before the worker gave an earlier membership up; the month before it began when nothing was paid. Null when none was given up.</summary>
    static int? GivenUpSince(Lapse lapse, Membership membership, IReadOnlyList<Membership> own)
    {
        var earlier = own.Where(o => o.Scheme == membership.Scheme && o.FromDay < membership.FromDay).MaxBy(o => o.FromDay);
        if (earlier is null)
            return null;
        var after = Months.Index(earlier.ToDay is { } last && last < membership.FromDay ? last : membership.FromDay) + 1;
        var missed = Paid(earlier.Scheme, own).MissedInARow(Months.Index(earlier.FromDay), after);
        return missed > lapse.MissedMonths ? after - 1 - missed : null;
    }

    static Months Paid(string scheme, IReadOnlyList<Membership> own) => Months.Of(own.Where(o => o.Scheme == scheme).SelectMany(o => o.PaidMonths));
}
