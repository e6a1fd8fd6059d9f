using Gms.Platform;
using Gms.SocialSecurity.Schemes;
using Proto = Gms.SocialSecurity.V1;
using TypeProto = Gms.Type.V1;

namespace Gms.SocialSecurity.Memberships;

/// <summary>How memberships are shown.</summary>
static class MembershipProto
{
    public static Proto.Membership ToProto(this Membership membership)
    {
        var months = Months.Of(membership.PaidMonths);
        return new()
        {
            MembershipId = membership.Id.ToString(),
            WorkerNumber = membership.WorkerNumber,
            SchemeId = membership.Scheme,
            Country = membership.Country,
            Employer = membership.Employer,
            FromDay = membership.FromDay.ToProto(),
            ToDay = membership.ToDay?.ToProto(),
            EmploymentType = membership.EmploymentType,
            Channel = membership.Channel,
            EndReason = (Proto.MembershipEnd)(membership.EndReason ?? 0),
            Months = { months.Runs.Select(r => new Proto.MonthRun { First = Month(r.First), Last = Month(r.Last) }) },
            MonthsCounted = months.Count,
        };
    }

    public static Proto.ExplainedMonth ToProto(this Explained month, Scheme scheme)
    {
        var (reason, remedy) = Told(month, scheme);
        return new()
        {
            Month = Month(month.Month),
            State = (Proto.MonthState)month.State,
            Days = month.Days,
            Employers = month.Employers,
            SpellsNotPosted = month.NotPosted,
            Reason = reason,
            Remedy = remedy,
        };
    }

    static (string Reason, string Remedy) Told(Explained month, Scheme scheme) => month.State switch
    {
        MonthState.Counts => ($"The month counts: dues of it are posted as paid.{(month.NotPosted > 0 ? $" Of {month.NotPosted} other spell{(month.NotPosted == 1 ? "" : "s")} nothing is posted." : "")}", ""),
        MonthState.Short => ("Less was paid than was due.", "Ask the employer for the rest, or complain."),
        MonthState.Unpaid => ("The dues are posted and nothing was paid.", "Ask the employer to pay, or complain."),
        MonthState.NotPosted => ($"A member on {month.Days} day{(month.Days == 1 ? "" : "s")}, and nothing is posted.", "Ask the employer for the filing, or complain."),
        MonthState.NoMembership => ("No member on any day of the month.", $"Whoever worked in it asks {scheme.Administrator} to record the spell."),
        MonthState.Ahead => ("The month has not begun.", ""),
    };

    static TypeProto.Date Month(int month) => Month(Months.FirstDay(month));

    /// <summary>A month without a day.</summary>
    public static TypeProto.Date Month(DateOnly month) => new() { Year = month.Year, Month = month.Month };
}
