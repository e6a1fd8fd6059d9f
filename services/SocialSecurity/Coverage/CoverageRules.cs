using Gms.Platform;
using Gms.SocialSecurity.Memberships;
using Gms.SocialSecurity.Schemes;

namespace Gms.SocialSecurity.Coverage;

/// <summary>Covered or not. Same names and numbers as the proto.</summary>
enum CoverageState
{
    Covered = 1,
    Waiting = 2,
    NotCovered = 3,
    Unknown = 4,
}

/// <summary>What one scheme says of one branch on a day.</summary>
sealed record Verdict
{
    public required string Scheme { get; init; }
    public required CoverageState State { get; init; }
    public DateOnly? WaitingFrom { get; init; }
    public int Counted { get; init; }
    public int Needed { get; init; }
    public int Within { get; init; }
    public required string Reason { get; init; }
    public string Missing { get; init; } = "";
    public string Remedy { get; init; } = "";
    public required Evidence Evidence { get; init; }

    /// <summary>The best first; what is not decided comes before what is surely not given.</summary>
    public int Rank => State switch { CoverageState.Covered => 0, CoverageState.Waiting => 1, CoverageState.Unknown => 2, CoverageState.NotCovered => 3 };
}

/// <summary>
/// Whether a branch is given on a day. Pure. Months count that lie before the month of the day and are posted as paid,
/// whatever order they were posted in and through however many employers of the scheme.
/// </summary>
static class CoverageRules
{
    public static Verdict On(DateOnly day, BranchRule branch, Position position)
    {
        var asked = branch.Qualifying;
        var at = Months.Index(day);
        var verdict = new Verdict
        {
            Scheme = position.Scheme.Id,
            State = CoverageState.Unknown,
            Counted = Counted(asked, position.Paid, at),
            Needed = asked?.MonthsOn(day) ?? 0,
            Within = asked?.WithinMonths ?? 0,
            Reason = "",
            Evidence = branch.Evidence,
        };
        return position switch
        {
            { Scheme.InOperation: false } => verdict with { State = CoverageState.NotCovered, Reason = "The law knows this branch, but it is not in operation.", Evidence = position.Scheme.Evidence },
            { IsMember: true } => asked is null ? NotSaid(verdict, position) : Member(verdict, day, branch, asked, position),
            _ => NotMember(verdict, position),
        };
    }

    static Verdict NotSaid(Verdict verdict, Position position) => verdict with
    {
        Reason = $"{MemberSince(position)}; the data does not say how many months are needed.",
        Remedy = $"Ask {position.Scheme.Administrator}.",
    };

    static Verdict Member(Verdict verdict, DateOnly day, BranchRule branch, Qualifying asked, Position position)
    {
        var at = Months.Index(day);
        var enough = verdict.Counted >= verdict.Needed;
        // Where men and women differ and the sex is not known, the higher age holds: never a false pass.
        var age = asked.AgeOfWomen is { } women && position.Current!.Sex == "female" ? women : asked.Age;
        var birthday = age is { } years ? position.Born?.Latest.AddYears(years) : null;
        var ageTold = asked.AgeInWords.Length == 0 && (age is null || birthday is not null);

        if (enough && !ageTold)
            return verdict with { Reason = $"{Counts(verdict)}; the age cannot be decided here: {(age is null ? asked.AgeInWords : "the birth date is not known")}.", Remedy = $"Ask {position.Scheme.Administrator}." };
        if (enough && (birthday is null || birthday <= day))
            return verdict with { State = CoverageState.Covered, Reason = verdict.Needed == 0 ? $"{MemberSince(position)}; no months are needed." : $"{MemberSince(position)}; {Counts(verdict)}." };

        var monthsFrom = enough ? day : WaitingFrom(asked, verdict.Needed, position.Paid, at);
        return verdict with
        {
            State = CoverageState.Waiting,
            WaitingFrom = !ageTold ? null : birthday > monthsFrom ? birthday : monthsFrom,
            Reason = $"{MemberSince(position)}; {Counts(verdict)}.",
            Missing = string.Join("; ", Missing(verdict, asked, age, birthday > day || !ageTold, position, at)),
            Remedy = branch.LumpSumIfShort ? "Each further month paid counts; with too few months a lump sum is given instead." : "Each further month paid counts.",
        };
    }

    static Verdict NotMember(Verdict verdict, Position position)
    {
        var ended = position.Ended is { To: { } last } ? $" Membership ended on {last:yyyy-MM-dd}." : "";
        var told = verdict with { Evidence = position.RuleEvidence };
        return position.Rule.Standing switch
        {
            Standing.Excluded when position.RuleEvidence.MayBlock => told with { State = CoverageState.NotCovered, Reason = position.Rule.Text + ended },
            // Nobody is in a voluntary scheme without having joined, so nothing is left open.
            Standing.Excluded or Standing.Uncertain when !position.Scheme.MayBeCompulsory => told with { State = CoverageState.NotCovered, Reason = $"No membership is recorded on this day. {position.Rule.Text}{ended}" },
            Standing.Excluded or Standing.Uncertain => told with { Reason = position.Rule.Text + ended, Remedy = $"Ask {position.Scheme.Administrator}." },
            Standing.Compulsory => told with
            {
                State = CoverageState.NotCovered,
                Reason = $"No membership is recorded on this day.{ended}",
                Missing = $"Enrolment in {position.Scheme.Id}.",
                Remedy = Wording.WhoEnrols(position.Rule),
            },
            Standing.Voluntary => told with
            {
                State = CoverageState.NotCovered,
                Reason = $"No membership is recorded on this day; joining is voluntary.{ended}",
                Missing = $"Membership of {position.Scheme.Id}.",
                Remedy = position.Rule.Text,
            },
        };
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
        while (Counted(asked, paid.With(at, month - 1), month) < needed)
            month++;
        return Months.FirstDay(month);
    }

    static IEnumerable<string> Missing(Verdict verdict, Qualifying asked, int? age, bool ageMissing, Position position, int at)
    {
        if (verdict.Counted < verdict.Needed)
            yield return $"{verdict.Needed - verdict.Counted} more {(asked.Consecutive ? "consecutive " : "")}paid month{(verdict.Needed - verdict.Counted == 1 ? "" : "s")}";
        var since = Months.Index(position.Current!.From);
        var unposted = Math.Max(0, at - since) - position.Paid.CountIn(since, at - 1);
        if (verdict.Counted < verdict.Needed && unposted > 0)
            yield return $"{unposted} month{(unposted == 1 ? "" : "s")} since the start of membership not posted as paid: ask the employer for the filing";
        if (ageMissing)
            yield return $"the age: {(age is { } years ? $"{years}" : asked.AgeInWords)}";
    }

    static string MemberSince(Position position) => $"Member since {position.Current!.From:yyyy-MM-dd}";

    static string Counts(Verdict verdict) => verdict.Within > 0
        ? $"{Paid(verdict.Counted)} in the {verdict.Within} months before this one, {verdict.Needed} needed"
        : $"{Paid(verdict.Counted)}, {verdict.Needed} needed";

    static string Paid(int months) => months == 1 ? "1 month paid" : $"{months} months paid";
}
