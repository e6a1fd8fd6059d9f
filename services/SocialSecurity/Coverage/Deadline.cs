using Gms.SocialSecurity.Memberships;
using Gms.SocialSecurity.Schemes;

namespace Gms.SocialSecurity.Coverage;

/// <summary>Whether a way into a voluntary scheme, or a membership of it, is still open. Same names and numbers as the proto.</summary>
enum DeadlineState
{
    Open = 1,
    NotYet = 2,
    Closed = 3,
}

/// <summary>A day by which something must be done to join a voluntary scheme or to stay in it.</summary>
/// <param name="LastDay">Inclusive; null while it cannot be told.</param>
/// <param name="Text">What must be done, in one sentence.</param>
/// <param name="Rule">The rule in one sentence.</param>
sealed record Deadline(DeadlineState State, DateOnly? LastDay, int Counted, int Needed, string Text, string Rule, Evidence Evidence)
{
    /// <summary>Pure. Null where the scheme has no such day, or nothing is recorded from which it would run.</summary>
    public static Deadline? Of(Position position, DateOnly day) => position switch
    {
        { IsMember: true, Scheme.Spells.Lapse: { } lapse } => ToStay(position, lapse, day),
        { IsMember: false, Scheme.Spells.Follows: { } follows } => ToJoin(position, follows, day),
        _ => null,
    };

    static Deadline ToStay(Position position, Lapse lapse, DateOnly day)
    {
        var missed = position.Missed;
        var firstMissed = Months.Index(day) - missed;
        // The end of the last month whose missing is still forgiven: whoever pays by then has surely not given up.
        var last = Months.FirstDay(firstMissed + lapse.MissedMonths).AddDays(-1);
        var (state, text) = position.HasLapsed switch
        {
            true when lapse.Evidence.MayBlock => (DeadlineState.Closed, $"{missed} months in a row are not paid."),
            true => (DeadlineState.Open, $"{missed} months in a row are not paid. That this ends the membership is not verified: ask {position.Scheme.Administrator}."),
            false => (DeadlineState.Open, $"Pay by {last:yyyy-MM-dd} at the latest; {missed} month{(missed == 1 ? "" : "s")} in a row not paid so far."),
        };
        return new(state, last, missed, lapse.MissedMonths, text, lapse.Text, lapse.Evidence);
    }

    static Deadline? ToJoin(Position position, Follows follows, DateOnly day)
    {
        var before = position.Before;
        if (before.Count == 0)
            return null;
        var paid = Months.Union(before.Select(b => b.Paid)).CountIn(0, Months.Index(day));
        if (before.Any(b => b.To is null || b.To >= day))
            return new(DeadlineState.NotYet, null, paid, follows.Months, $"The worker is still in {follows.Scheme}; {paid} of {follows.Months} months paid.", follows.Text, follows.Evidence);

        var last = follows.LastDay(before.Max(b => b.To)!.Value);
        return paid < follows.Months
            ? new(DeadlineState.NotYet, last, paid, follows.Months, $"{paid} of {follows.Months} months in {follows.Scheme} are recorded as paid.", follows.Text, follows.Evidence)
            : new(day <= last ? DeadlineState.Open : DeadlineState.Closed, last, paid, follows.Months, day <= last ? $"Apply by {last:yyyy-MM-dd}." : $"The last day to apply was {last:yyyy-MM-dd}.", follows.Text, follows.Evidence);
    }
}
