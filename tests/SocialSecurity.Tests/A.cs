using Gms.SocialSecurity.Coverage;
using Gms.SocialSecurity.Memberships;
using Gms.SocialSecurity.Schemes;

namespace Gms.SocialSecurity.Tests;

/// <summary>Valid things; a test names only what it is about.</summary>
static class A
{
    public static readonly SchemeBook Book = SchemeBook.Load();

    public static Scheme Scheme(string id) => Book.Find(id)!;

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", null);

    /// <summary>A Lao worker in Thailand, through the MoU, in a factory.</summary>
    public static Job Job(string country = "TH", string employment = "FORMAL", string channel = "MOU_S59", string nationality = "LA", bool presumed = false, string day = "2026-11-22") =>
        new(country, employment, channel, nationality, presumed, Day(day));

    /// <summary>Insured from a day on, with these months paid (2026-01, 2026-02 …).</summary>
    public static Insured Insured(string scheme = "TH-SSF-33", string from = "2026-01-10", string? to = null, string born = "1999-05-20", string sex = "female", params string[] months) =>
        new(scheme, Day(from), to is null ? null : Day(to), born.Length == 0 ? null : Platform.PartialDate.Parse(born), sex, Gms.SocialSecurity.Memberships.Months.Of(months.Select(m => Day(m + "-01"))));

    /// <summary>So many months that follow one another.</summary>
    public static string[] Months(string first, int count) => [.. Enumerable.Range(0, count).Select(i => Day(first + "-01").AddMonths(i).ToString("yyyy-MM", null))];

    public static Verdict Verdict(Branch branch, string day, Insured? insured, Job? job = null, string scheme = "TH-SSF-33")
    {
        var asked = (job ?? Job()) with { Day = Day(day) };
        var position = Position.Of(Scheme(scheme), asked, insured is null ? [] : [insured]);
        return CoverageRules.On(asked.Day, position.Scheme.Branches.Single(b => b.Branch == branch), position);
    }

    internal static Membership Membership(string from = "2026-01-10", string? to = null, string employer = "1000000001", string scheme = "TH-SSF-33") => new()
    {
        Id = Guid.Empty,
        WorkerNumber = "LA-0000-0000-0",
        Country = scheme[..2],
        Scheme = scheme,
        Employer = employer,
        EmploymentType = "FORMAL",
        Channel = "MOU_S59",
        FromDay = Day(from),
        ToDay = to is null ? null : Day(to),
        Born = "1999-05-20",
        Sex = "female",
    };
}
