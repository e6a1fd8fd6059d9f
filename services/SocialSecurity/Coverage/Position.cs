using Gms.Platform;
using Gms.SocialSecurity.Memberships;
using Gms.SocialSecurity.Schemes;

namespace Gms.SocialSecurity.Coverage;

/// <summary>Where a worker stands in one scheme on a day: what the scheme says of the work, and what is recorded.</summary>
/// <param name="Paid">The months that count, of all the worker's memberships of the scheme.</param>
/// <param name="Before">The worker's memberships of the scheme that must go before; empty where none must.</param>
/// <param name="Since">The first day of membership without a break up to the day; that of whoever is no member is the day itself.</param>
/// <param name="Missed">So many months in a row, up to that before the month of the day, are not paid; 0 for whoever is no member.</param>
sealed record Position(Scheme Scheme, EnrolmentRule Rule, Evidence RuleEvidence, Insured? Current, Insured? Ended, Months Paid, IReadOnlyList<Insured> Before, DateOnly Since, int Missed)
{
    public bool IsMember => Current is not null;

    /// <summary>False where another country holds the record and the asker is shown nothing of it: then nothing here says whether the worker is a member.</summary>
    public bool IsTold { get; init; } = true;

    /// <summary>Whether the scheme has anything to say of a branch: one that is voluntary and was never joined is only an offer.</summary>
    public bool Speaks => !IsTold || Rule.Standing != Standing.Voluntary || Current is not null || Ended is not null || Paid.Count > 0;

    /// <summary>Whether a voluntary member has missed so many months that the membership counts as given up.</summary>
    public bool HasLapsed => IsGivenUp(Scheme, Missed);

    public PartialDate? Born => Current?.Born;

    /// <param name="scheme">The scheme.</param>
    /// <param name="job">The work, and the day.</param>
    /// <param name="records">The worker's memberships of every scheme.</param>
    /// <param name="only">The one country whose records the asker is shown; null for those of every country.</param>
    public static Position Of(Scheme scheme, Job job, IReadOnlyList<Insured> records, string? only = null)
    {
        if (only is not null && only != scheme.Country)
            return Of(scheme, job, []) with { IsTold = false };
        var own = records.Where(r => r.Scheme == scheme.Id).ToList();
        var rule = scheme.Enrolment.For(job);
        var paid = own.Count == 1 ? own[0].Paid : Months.Union(own.Select(r => r.Paid));
        var (current, since, missed) = On(job.Day, own, paid);
        return new(scheme, rule,
            job.PresumesFor(rule) ? rule.Evidence.Unsure : rule.Evidence,
            current,
            own.Where(r => r.To < job.Day).MaxBy(r => r.To),
            paid,
            scheme.Spells.Follows is { } follows ? [.. records.Where(r => r.Scheme == follows.Scheme && r.From <= job.Day)] : [],
            since,
            missed);
    }

    /// <summary>
    /// Whether the membership of a day counts in what is signed for another country. It is given up by missed months only under a rule that is sure: by one that is
    /// not, a coverage check says unknown, and no membership on record is signed away.
    /// </summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="day">The day.</param>
    /// <param name="own">The worker's memberships of the scheme.</param>
    /// <param name="paid">Their months that count.</param>
    public static bool IsInsured(Scheme scheme, DateOnly day, IReadOnlyList<Insured> own, Months paid) =>
        On(day, own, paid) is { Current: not null } at && !(IsGivenUp(scheme, at.Missed) && scheme.Spells.Lapse!.Evidence.MayBlock);

    static (Insured? Current, DateOnly Since, int Missed) On(DateOnly day, IReadOnlyList<Insured> own, Months paid)
    {
        var current = own.Where(r => r.On(day)).MinBy(r => r.From);
        var since = current is null ? day : Unbroken(own, current.From);
        return (current, since, paid.MissedInARow(Months.Index(since), Months.Index(day)));
    }

    static bool IsGivenUp(Scheme scheme, int missed) => scheme.Spells.Lapse is { } lapse && missed > lapse.MissedMonths;

    /// <summary>Another employer, or a record in two parts, is no break: what ends on the day before goes on.</summary>
    public static DateOnly Unbroken(IReadOnlyList<Insured> own, DateOnly from)
    {
        while (own.Where(r => r.From < from && r.To is { } to && to >= from.AddDays(-1)).MinBy(r => r.From) is { } earlier)
            from = earlier.From;
        return from;
    }
}
