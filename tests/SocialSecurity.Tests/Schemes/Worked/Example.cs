using Gms.SocialSecurity.Contributions;
using Gms.SocialSecurity.Coverage;
using Gms.SocialSecurity.Schemes;
using Xunit;

namespace Gms.SocialSecurity.Tests.Schemes.Worked;

/// <summary>What the worked examples of the schemes have in common: what a month costs, what a branch says, whom a scheme takes.</summary>
public abstract class Example
{
    /// <summary>Amounts in whole units of the currency; the dong has no minor unit.</summary>
    protected static void Costs(string scheme, string month, decimal? wage, decimal? employee, decimal? employer)
    {
        var unit = A.Scheme(scheme).Currency == "VND" ? 1 : 100;
        var due = Due.For(A.Scheme(scheme), A.Day(month + "-01"), (long?)(wage * unit));
        Assert.Equal((employee, employer), ((decimal?)due.Employee / unit, (decimal?)due.Employer / unit));
    }

    /// <summary>The data does not tell what a month costs, and says why.</summary>
    protected static void NotComputable(string scheme, string month, decimal? employee = null, decimal? employer = null)
    {
        Costs(scheme, month, 1_000_000, employee, employer);
        Assert.NotEqual("", Due.For(A.Scheme(scheme), A.Day(month + "-01"), 1_000_000).Note);
    }

    /// <summary>A member of this scheme with so many months paid in a row up to the month before the day.</summary>
    protected static void Says(string scheme, string branch, string day, int paid, string state, string employment = "FORMAL", string? nationality = null, string channel = "", string born = "1960-01-01", string sex = "male")
    {
        var on = A.Day(day);
        var first = new DateOnly(on.Year, on.Month, 1).AddMonths(-paid);
        var insured = A.Insured(scheme, $"{first.AddMonths(-1):yyyy-MM-dd}", born: born, sex: sex, months: [.. Enumerable.Range(0, paid).Select(i => $"{first.AddMonths(i):yyyy-MM}")]);
        Assert.Equal(state, On(scheme, branch, day, employment, nationality, channel, insured).State.ToString());
    }

    /// <summary>Somebody who is in no scheme.</summary>
    protected static void SaysOfAStranger(string scheme, string branch, string day, string state, string employment = "FORMAL", string? nationality = null, string channel = "") =>
        Assert.Equal(state, On(scheme, branch, day, employment, nationality, channel).State.ToString());

    protected static void Takes(string scheme, string standing, string employment = "FORMAL", string? nationality = null, string channel = "", string? country = null, string day = "2026-07-20") =>
        Assert.Equal(standing, A.Scheme(scheme).Enrolment.For(A.Job(country ?? scheme[..2], employment, channel, nationality ?? scheme[..2], day: day)).Standing.ToString());

    static Verdict On(string scheme, string branch, string day, string employment, string? nationality, string channel, params Insured[] insured)
    {
        var job = A.Job(scheme[..2], employment, channel, nationality ?? scheme[..2], day: day);
        var position = Position.Of(A.Scheme(scheme), job, insured);
        return CoverageRules.On(job.Day, A.Scheme(scheme).Of(Enum.Parse<Branch>(branch))!, position);
    }
}
