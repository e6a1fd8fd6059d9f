using Gms.SocialSecurity.Memberships;
using Gms.SocialSecurity.Schemes;

namespace Gms.SocialSecurity.Coverage;

/// <summary>
/// Whether a branch is given on a day. Pure. Months count that lie before the month of the day and are posted as paid,
/// whatever order they were posted in and through however many employers of the scheme.
/// </summary>
static class CoverageRules
{
    /// <summary>The verdict with its words.</summary>
    public static Verdict On(DateOnly day, BranchRule branch, Position position) => CoverageWords.Tell(Decide(day, branch, position), branch, position, Months.Index(day));

    /// <summary>The verdict without its words: a list of thousands does not read them.</summary>
    public static Verdict Decide(DateOnly day, BranchRule branch, Position position)
    {
        var asked = branch.Qualifying;
        var verdict = new Verdict
        {
            Scheme = position.Scheme.Id,
            State = CoverageState.Unknown,
            Ground = Ground.MonthsNotSaid,
            Counted = Counted(asked, position.Paid, Months.Index(day)),
            Needed = asked?.MonthsOn(day) ?? 0,
            Within = asked?.WithinMonths ?? 0,
            Evidence = branch.Evidence,
        };
        return position switch
        {
            { Scheme.InOperation: false } => verdict with { State = CoverageState.NotCovered, Ground = Ground.NotInOperation, Evidence = position.Scheme.Evidence },
            { IsTold: false } => verdict with { Counted = 0, Ground = Ground.HeldElsewhere, Evidence = position.RuleEvidence },
            { IsMember: true, HasLapsed: true, Scheme.Spells.Lapse: { } lapse } =>
                verdict with { State = lapse.Evidence.MayBlock ? CoverageState.NotCovered : CoverageState.Unknown, Ground = Ground.GivenUp, Evidence = lapse.Evidence },
            { IsMember: true } => asked is null ? verdict : Member(verdict, day, asked, position),
            _ => NotMember(verdict, position),
        };
    }

    static Verdict Member(Verdict verdict, DateOnly day, Qualifying asked, Position position)
    {
        var enough = verdict.Counted >= verdict.Needed;
        // Where men and women differ and the sex is not known, the higher age holds: never a false pass.
        var age = asked.AgeOfWomen is { } women && position.Current!.Sex == "female" ? women : asked.Age;
        var birthday = age is { } years ? position.Born?.Latest.AddYears(years) : null;
        var ageTold = asked.AgeInWords.Length == 0 && (age is null || birthday is not null);

        if (enough && !ageTold)
            return verdict with { Ground = Ground.AgeNotKnown, Age = age };
        if (enough && (birthday is null || birthday <= day))
            return verdict with { State = CoverageState.Covered, Ground = Ground.Enough };

        var monthsFrom = enough ? day : WaitingFrom(asked, verdict.Needed, position.Paid, Months.Index(day));
        return verdict with
        {
            State = CoverageState.Waiting,
            Ground = Ground.TooFew,
            WaitingFrom = !ageTold ? null : birthday > monthsFrom ? birthday : monthsFrom,
            Age = age,
            AgeMissing = birthday > day || !ageTold,
        };
    }

    static Verdict NotMember(Verdict verdict, Position position)
    {
        var (state, ground) = position.Rule.Standing switch
        {
            Standing.Excluded when position.RuleEvidence.MayBlock => (CoverageState.NotCovered, Ground.Excluded),
            // Nobody is in a voluntary scheme without having joined, so nothing is left open.
            Standing.Excluded or Standing.Uncertain when !position.Scheme.MayBeCompulsory => (CoverageState.NotCovered, Ground.NeverJoined),
            Standing.Excluded or Standing.Uncertain => (CoverageState.Unknown, Ground.NotSettled),
            Standing.Compulsory => (CoverageState.NotCovered, Ground.NotEnrolled),
            Standing.Voluntary => (CoverageState.NotCovered, Ground.NotJoined),
        };
        return verdict with { State = state, Ground = ground, Evidence = position.RuleEvidence };
    }

    /// <summary>The months that count for a branch in the month of the day: those before it, within the window if there is one.</summary>
    static int Counted(Qualifying? asked, Months paid, int at) => asked switch
    {
        { Consecutive: true } => Math.Max(0, paid.LongestRunUpTo(at - 1)),
        { WithinMonths: { } within } => paid.CountIn(at - within, at - 1),
        _ => paid.CountIn(0, at - 1),
    };

    /// <summary>The first day on which the months suffice if every month from that of the day on is paid.</summary>
    static DateOnly WaitingFrom(Qualifying asked, int needed, Months paid, int at)
    {
        var month = at + 1;
        while (CountedIfPaid(asked, paid, at, month) < needed)
            month++;
        return Months.FirstDay(month);
    }

    /// <summary>The months that would count in a later month, if every month from that of the day on were paid.</summary>
    static int CountedIfPaid(Qualifying asked, Months paid, int at, int month) => asked switch
    {
        { Consecutive: true } => Math.Max(paid.LongestRunUpTo(at - 1), paid.RunUpTo(at - 1) + month - at),
        { WithinMonths: { } within } => paid.CountIn(month - within, at - 1) + month - Math.Max(at, month - within),
        _ => paid.CountIn(0, at - 1) + month - at,
    };
}
