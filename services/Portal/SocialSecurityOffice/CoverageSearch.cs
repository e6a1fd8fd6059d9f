using Gms.Portal.Forms;
using Gms.Portal.Languages;
using Gms.SocialSecurity.V1;
using Gms.Type.V1;

namespace Gms.Portal.SocialSecurityOffice;

/// <summary>Whose cover is asked about, where, when and in what work. Only the worker has to be said. Pure.</summary>
/// <param name="Worker">The worker number.</param>
/// <param name="Country">The country of work.</param>
/// <param name="Day">ISO 8601; empty for today.</param>
/// <param name="Work">The kind of employment; empty to take it from the worker's memberships.</param>
/// <param name="Channel">The channel; empty when not known.</param>
/// <param name="Nationality">ISO 3166-1 alpha-2; empty when not known.</param>
sealed record CoverageSearch(string Worker, string Country, string Day, string Work, string Channel, string Nationality)
{
    /// <summary>The kinds of employment that the schemes tell apart.</summary>
    public static IReadOnlyList<string> Works { get; } =
        ["FORMAL", "INFORMAL", "DOMESTIC", "AGRICULTURAL", "AGRICULTURAL_SEASONAL", "FISHING", "SEASONAL", "DAILY", "SELF_EMPLOYED", "APPRENTICE", "POSTED"];

    /// <summary>What most schemes take, where nothing on record says what work it is.</summary>
    const string Usual = "FORMAL";

    public static CoverageSearch Of(Posted posted) =>
        new(posted["Number"], posted["Country"], posted["Day"], posted["Work"], posted["Channel"], posted["Nationality"]);

    public IEnumerable<KeyValuePair<string, string>> Fields =>
        [new("Number", Worker), new("Country", Country), new("Day", Day), new("Work", Work), new("Channel", Channel), new("Nationality", Nationality)];

    public CheckCoverageRequest Asks(IEnumerable<Membership> memberships, DateOnly today)
    {
        var day = DayOr(today);
        var last = WorkOf(memberships, day);
        return new()
        {
            WorkerNumber = Worker,
            Country = Country,
            Day = Days.ToDate(day),
            EmploymentType = Work.Length > 0 ? Work : last?.EmploymentType ?? Usual,
            Channel = Channel.Length > 0 ? Channel : Work.Length > 0 ? "" : last?.Channel ?? "",
            Nationality = Nationality,
        };
    }

    public DateOnly DayOr(DateOnly today) => Days.Read(Day) ?? today;

    /// <summary>The membership that says what work it is: one of that day, else the last one before it.</summary>
    static Membership? WorkOf(IEnumerable<Membership> memberships, DateOnly day) => memberships
        .Where(m => m.FromDay.ToDay() <= day && m.EndReason != MembershipEnd.RecordedInError)
        .OrderByDescending(m => m.ToDay is null || m.ToDay.ToDay() >= day).ThenByDescending(m => m.FromDay.ToDay())
        .FirstOrDefault();

    /// <summary>How the page came to the kind of work that it asked about.</summary>
    public string WorkFrom(IEnumerable<Membership> memberships, DateOnly today) =>
        Work.Length > 0 ? "asked" : WorkOf(memberships, DayOr(today)) is null ? "usual" : "membership";
}
