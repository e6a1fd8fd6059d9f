using Gms.SocialSecurity.Memberships;
using Gms.SocialSecurity.Schemes;

namespace Gms.SocialSecurity.Coverage;

/// <summary>The words of a verdict: why, what is missing, and how to get it. Pure.</summary>
static class CoverageWords
{
    public static Verdict Tell(Verdict verdict, BranchRule branch, Position position, int at)
    {
        var ask = $"Ask {position.Scheme.Administrator}.";
        return verdict.Ground switch
        {
            Ground.NotInOperation => verdict with { Reason = "The law knows this branch, but it is not in operation." },
            Ground.GivenUp => verdict with
            {
                Reason = $"{MemberSince(position)}, but {position.Missed} months in a row are not paid. {position.Scheme.Spells.Lapse!.Text}",
                Missing = "The months not paid.",
                Remedy = position.Scheme.Spells.Lapse.Rejoin ? $"Join again, or ask {position.Scheme.Administrator}." : $"Ask {position.Scheme.Administrator}; coming back may be blocked.",
            },
            Ground.MonthsNotSaid => verdict with { Reason = $"{MemberSince(position)}; the data does not say how many months are needed.", Remedy = ask },
            Ground.AgeNotKnown => verdict with { Reason = $"{Counts(verdict)}; the age cannot be decided here: {(verdict.Age is null ? branch.Qualifying!.AgeInWords : "the birth date is not known")}.", Remedy = ask },
            Ground.Enough => verdict with { Reason = verdict.Needed == 0 ? $"{MemberSince(position)}; no months are needed." : $"{MemberSince(position)}; {Counts(verdict)}." },
            Ground.TooFew => verdict with
            {
                Reason = $"{MemberSince(position)}; {Counts(verdict)}.",
                Missing = string.Join("; ", Missing(verdict, branch.Qualifying!, position, at)),
                Remedy = branch.LumpSumIfShort ? "Each further month paid counts; with too few months a lump sum is given instead." : "Each further month paid counts.",
            },
            Ground.Excluded => verdict with { Reason = position.Rule.Text + Ended(position) },
            Ground.NeverJoined => verdict with { Reason = $"No membership is recorded on this day. {position.Rule.Text}{Ended(position)}" },
            Ground.NotSettled => verdict with { Reason = position.Rule.Text + Ended(position), Remedy = ask },
            Ground.HeldElsewhere => verdict with
            {
                Reason = $"{position.Scheme.Country} holds the record of this scheme; another country's office is shown nothing of it.",
                Missing = $"The signed answer of {position.Scheme.Country}.",
                Remedy = $"The worker, or an office of {position.Scheme.Country}, has it by ConfirmCoverage.",
            },
            Ground.NotEnrolled => verdict with
            {
                Reason = $"No membership is recorded on this day.{Ended(position)}",
                Missing = $"Enrolment in {position.Scheme.Id}.",
                Remedy = Wording.WhoEnrols(position.Rule),
            },
            Ground.NotJoined => verdict with
            {
                Reason = $"No membership is recorded on this day; joining is voluntary.{Ended(position)}",
                Missing = $"Membership of {position.Scheme.Id}.",
                Remedy = position.Rule.Text,
            },
        };
    }

    static IEnumerable<string> Missing(Verdict verdict, Qualifying asked, Position position, int at)
    {
        if (verdict.Counted < verdict.Needed)
            yield return $"{verdict.Needed - verdict.Counted} more {(asked.Consecutive ? "consecutive " : "")}paid month{(verdict.Needed - verdict.Counted == 1 ? "" : "s")}";
        var since = Months.Index(position.Since);
        var unposted = Math.Max(0, at - since) - position.Paid.CountIn(since, at - 1);
        if (verdict.Counted < verdict.Needed && unposted > 0)
            yield return $"{unposted} month{(unposted == 1 ? "" : "s")} since the start of membership not posted as paid: ask the employer for the filing";
        if (verdict.AgeMissing)
            yield return $"the age: {(verdict.Age is { } years ? $"{years}" : asked.AgeInWords)}";
    }

    static string Ended(Position position) => position.Ended is { To: { } last } ? $" Membership ended on {last:yyyy-MM-dd}." : "";

    static string MemberSince(Position position) => $"Member since {position.Since:yyyy-MM-dd}";

    static string Counts(Verdict verdict) => verdict.Within > 0
        ? $"{Paid(verdict.Counted)} in the {verdict.Within} months before this one, {verdict.Needed} needed"
        : $"{Paid(verdict.Counted)}, {verdict.Needed} needed";

    static string Paid(int months) => months == 1 ? "1 month paid" : $"{months} months paid";
}
