using Gms.Platform;
using Gms.SocialSecurity.Memberships;
using Gms.SocialSecurity.Schemes;

namespace Gms.SocialSecurity.Coverage;

/// <summary>Where a worker stands in one scheme on a day: what the scheme says of the work, and what is recorded.</summary>
sealed record Position(Scheme Scheme, EnrolmentRule Rule, Evidence RuleEvidence, Insured? Current, Insured? Ended, Months Paid)
{
    public bool IsMember => Current is not null;

    /// <summary>Whether the scheme has anything to say of a branch: one that is voluntary and was never joined is only an offer.</summary>
    public bool Speaks => Rule.Standing != Standing.Voluntary || Current is not null || Ended is not null || Paid.Count > 0;

    public PartialDate? Born => Current?.Born;

    public static Position Of(Scheme scheme, Job job, IReadOnlyList<Insured> records)
    {
        var own = records.Where(r => r.Scheme == scheme.Id).ToList();
        var rule = scheme.Enrolment.For(job);
        return new(scheme, rule,
            job.PresumesFor(rule) ? rule.Evidence.Unsure : rule.Evidence,
            own.Where(r => r.On(job.Day)).MinBy(r => r.From),
            own.Where(r => r.To < job.Day).MaxBy(r => r.To),
            own.Aggregate(Months.None, (all, r) => r.Paid.Runs.Aggregate(all, (set, run) => set.With(run.First, run.Last))));
    }
}
